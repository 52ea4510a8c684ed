package dev.tightrope.outreach.suppression;

import dev.tightrope.events.SuppressionKind;
import dev.tightrope.outreach.input.CountryCode;
import dev.tightrope.outreach.input.FreeText;
import dev.tightrope.outreach.input.SingleLine;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** A suppression as clients write it; the country helps to read a number without country code. */
record SuppressionRequest(
        @NotNull SuppressionKind kind,
        @NotNull @SingleLine(max = 254) String value,
        @NotNull @FreeText(max = 1000) String reason,
        @NotNull @SingleLine(max = 200) String source,
        @Nullable @CountryCode String country) {}
