package dev.tightrope.outreach.suggestion;

import dev.tightrope.outreach.lifecycle.DispositionKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a response seems to mean. It decides nothing: the rep does.
 *
 * @param disposition what it seems to mean
 * @param until for LATER, the working morning they seem to ask for; absent if they named none
 * @param wholeCompany for OPTED_OUT, whether it seems to be said for everybody at the company
 * @param confidence from 0 to 1
 * @param evidence the words it rests on; absent if it rests on the form of the message alone
 */
public record Suggestion(
        DispositionKind disposition,
        @Nullable Instant until,
        boolean wholeCompany,
        double confidence,
        @Nullable String evidence) {

    /** One that says nothing of the company. */
    public Suggestion(
            DispositionKind disposition, @Nullable Instant until, double confidence, @Nullable String evidence) {
        this(disposition, until, false, confidence, evidence);
    }

    /** The same at a later time, without a morning that is over by then. */
    public Suggestion asOf(Instant now) {
        return until == null || until.isAfter(now)
                ? this
                : new Suggestion(disposition, null, wholeCompany, confidence, evidence);
    }
}
