package dev.tightrope.outreach.people;

import dev.tightrope.outreach.input.FreeText;
import dev.tightrope.outreach.input.LanguageTag;
import dev.tightrope.outreach.input.SingleLine;
import dev.tightrope.outreach.input.TimeZoneId;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** A profile as its owner writes it. */
record ProfileRequest(
        @NotNull @SingleLine(max = 200) String name,
        @Nullable @SingleLine(max = 200) String title,
        @Nullable @SingleLine(max = 40) String phone,
        @Nullable @SingleLine(max = 254) String email,
        @NotNull @TimeZoneId String zone,
        @NotNull @LanguageTag String language,
        @Nullable @FreeText(max = 2000) String signature) {}
