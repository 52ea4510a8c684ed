package dev.tightrope.outreach.inbound.analysis;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a delivery status notification says (RFC 3464).
 *
 * @param recipients a line per recipient it reports on
 */
public record DeliveryReport(List<Recipient> recipients) {

    /** How long a failure lasts. */
    public enum Permanence {
        /** The address will not take the mail. */
        PERMANENT,
        /** The server goes on trying, or a later try may succeed. */
        TEMPORARY,
        /** The mail arrived or was passed on. */
        DELIVERED
    }

    /**
     * What happened to one recipient.
     *
     * @param address Original-Recipient, or Final-Recipient where that is absent
     * @param action Action field, lower case
     * @param status enhanced status code (RFC 3463)
     * @param reply SMTP reply code
     * @param diagnostic Diagnostic-Code, or what the report says in words
     * @param permanence judged by the action first, then by the status, the reply, and words
     */
    public record Recipient(
            String address,
            @Nullable String action,
            @Nullable String status,
            @Nullable String reply,
            @Nullable String diagnostic,
            Permanence permanence) {}

    /** Whether any recipient failed for good. */
    public boolean permanent() {
        return recipients.stream().anyMatch(r -> r.permanence() == Permanence.PERMANENT);
    }

    /**
     * What to make of it as a whole: a failure for good outweighs one that passes; a report that names nobody speaks of a
     * failure for good, because servers say so when they go on trying.
     */
    public Permanence permanence() {
        if (recipients.isEmpty() || permanent()) {
            return Permanence.PERMANENT;
        }
        return onlyDelivered() ? Permanence.DELIVERED : Permanence.TEMPORARY;
    }

    /** Whether every recipient got the mail; such a report is no bounce. */
    public boolean onlyDelivered() {
        return !recipients.isEmpty() && recipients.stream().allMatch(r -> r.permanence() == Permanence.DELIVERED);
    }
}
