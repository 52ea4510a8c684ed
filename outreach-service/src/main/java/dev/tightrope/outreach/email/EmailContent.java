package dev.tightrope.outreach.email;

/**
 * Everything of an e-mail that approval locks.
 *
 * @param from the rep
 * @param to the executive
 * @param subject names the competitor
 * @param textBody plain text
 * @param htmlBody HTML
 */
public record EmailContent(Mailbox from, Mailbox to, String subject, String textBody, String htmlBody) {

    /** Refuses a subject that would break the header. */
    public EmailContent {
        HeaderText.checked("subject", subject);
    }

    /** SHA-256 over every field, hex. */
    public String hash() {
        return ContentHash.of(this);
    }
}
