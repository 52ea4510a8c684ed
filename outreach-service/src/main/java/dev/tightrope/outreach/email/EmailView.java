package dev.tightrope.outreach.email;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The e-mail of an outreach's current round, with what its checks found.
 *
 * @param outreachId the outreach
 * @param round its round
 * @param status DRAFT, or APPROVED and locked
 * @param from the rep, by the address of the account the mail goes through or of the profile; absent without either
 * @param to the executive; absent while no address is known
 * @param subject subject line
 * @param textBody plain text
 * @param htmlBody HTML
 * @param htmlEdited whether the HTML is the rep's own
 * @param businessUserRole role it is written for
 * @param language its language
 * @param checks what the checks found now, errors first
 * @param approval the approval in force
 * @param updatedAt when it last changed
 */
public record EmailView(
        UUID outreachId,
        int round,
        Status status,
        @Nullable Mailbox from,
        @Nullable Mailbox to,
        String subject,
        String textBody,
        String htmlBody,
        boolean htmlEdited,
        String businessUserRole,
        String language,
        List<Finding> checks,
        @Nullable Approval approval,
        Instant updatedAt) {

    /** Whether an e-mail can still be changed without voiding anything. */
    @Schema(name = "EmailStatus")
    public enum Status {
        /** Open. */
        DRAFT,
        /** Locked. */
        APPROVED
    }

    /**
     * An approval in force.
     *
     * @param version counts the approvals of the outreach
     * @param hash SHA-256 over From, To, Subject and both bodies, hex
     * @param approvedBy who
     * @param approvedAt when
     */
    public record Approval(int version, String hash, UUID approvedBy, Instant approvedAt) {}

    static EmailView of(DraftedEmail draft, @Nullable ApprovedEmail approved, Surroundings around) {
        return new EmailView(
                draft.outreachId(),
                draft.round(),
                approved == null ? Status.DRAFT : Status.APPROVED,
                approved == null
                        ? around.from().orElse(null)
                        : approved.content().from(),
                approved == null ? around.to().orElse(null) : approved.content().to(),
                draft.subject(),
                draft.textBody(),
                draft.htmlBody(),
                draft.htmlEdited(),
                draft.businessUserRole(),
                draft.language().tag(),
                approved == null ? around.examine(draft) : around.examine(draft, approved),
                approved == null
                        ? null
                        : new Approval(
                                approved.version(), approved.hash(), approved.approvedBy(), approved.approvedAt()),
                draft.updatedAt());
    }
}
