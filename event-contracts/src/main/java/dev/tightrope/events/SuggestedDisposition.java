package dev.tightrope.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a response seems to mean; it decides nothing.
 *
 * @param disposition INTERESTED, PASSED_ON, LATER, DECLINED, NOT_FROM_THEM or OPTED_OUT
 * @param until for LATER, when they seem to want to be asked again
 * @param wholeCompany for OPTED_OUT, whether it seems to be said for everybody at the company
 * @param confidence from 0 to 1
 * @param evidence the words it rests on; personal data
 */
public record SuggestedDisposition(
        String disposition,
        @Nullable Instant until,
        @Nullable Boolean wholeCompany,
        double confidence,
        @Nullable String evidence) {}
