package dev.tightrope.outreach.email;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
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
        @NotBlank @Size(max = 200) String subject,
        @NotBlank @Size(max = 50_000) String textBody,
        @Size(max = 200_000) @Nullable String htmlBody,
        @Size(min = 1, max = 100) @Nullable String businessUserRole,
        @Nullable String language) {}
