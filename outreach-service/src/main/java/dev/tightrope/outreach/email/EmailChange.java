package dev.tightrope.outreach.email;

import dev.tightrope.outreach.input.FreeText;
import dev.tightrope.outreach.input.SingleLine;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a rep sends to change an e-mail.
 *
 * @param subject subject line
 * @param textBody plain text
 * @param htmlBody HTML of the rep's own; left out, it is derived from the text
 * @param businessUserRole another role it is written for
 * @param language another language: en, sv, de, fr or es
 */
public record EmailChange(
        @NotNull @SingleLine(max = 200) String subject,
        @NotNull @FreeText(max = 50_000) String textBody,
        @Nullable @FreeText(max = 200_000) String htmlBody,
        @Nullable @SingleLine(max = 200) String businessUserRole,

        @Nullable @Pattern(regexp = "en|sv|de|fr|es", message = "must be en, sv, de, fr or es")
        String language) {}
