package dev.tightrope.outreach.email;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * What a rep sends to reopen a locked e-mail.
 *
 * @param reason why, for the history
 */
public record EmailReopening(@NotBlank @Size(max = 500) String reason) {}
