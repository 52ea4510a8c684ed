package dev.tightrope.outreach.email;

import dev.tightrope.outreach.input.FreeText;
import jakarta.validation.constraints.NotNull;

/**
 * What a rep sends to reopen a locked e-mail.
 *
 * @param reason why, for the history
 */
public record EmailReopening(@NotNull @FreeText(max = 500) String reason) {}
