package dev.tightrope.outreach.email;

import java.util.List;

/** Nobody on the suppression list is written to. */
final class RecipientNotSuppressed implements EmailCheck {

    @Override
    public List<Finding> examine(EmailUnderCheck email) {
        String suppression = email.suppression();
        return suppression == null
                ? List.of()
                : List.of(Finding.error(
                        "RECIPIENT_SUPPRESSED",
                        "The recipient must not be contacted: " + suppression,
                        "Close the outreach, or have the suppression lifted by a manager"));
    }
}
