package dev.tightrope.outreach.email;

import java.util.Optional;
import java.util.UUID;

/** Reads e-mails as they were approved. */
public interface ApprovedEmails {

    /** The approval in force for a round; empty when the e-mail is not approved or was reopened. */
    Optional<ApprovedEmail> current(UUID outreachId, int round);
}
