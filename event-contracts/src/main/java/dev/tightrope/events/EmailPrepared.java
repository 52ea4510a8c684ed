package dev.tightrope.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The e-mail of a round was approved and is locked; carries what a voicemail script needs.
 *
 * @param ref the outreach it belongs to
 * @param emailVersion version of the e-mail that was approved
 * @param emailHash SHA-256 over From, To, Subject and both bodies, hex
 * @param subject its subject
 * @param competitor the competitor it names
 * @param competitorNames all names it may go by
 * @param businessUserRole role the mail is written for
 * @param offering what was delivered there
 * @param situation the situation there before
 * @param impact one impact, with its figure where known
 * @param language BCP 47 language of the mail
 * @param repName who calls
 * @param repTitle their title
 * @param repPhone E.164 number to call back
 * @param repCompany company they call for
 * @param approvedAt when
 * @param to the address it goes to; absent in events from before this was told
 * @param textBody its plain text, shown beside the script; absent in events from before this was told
 */
public record EmailPrepared(
        OutreachRef ref,
        int emailVersion,
        String emailHash,
        String subject,
        String competitor,
        List<String> competitorNames,
        String businessUserRole,
        String offering,
        String situation,
        @Nullable String impact,
        String language,
        String repName,
        @Nullable String repTitle,
        @Nullable String repPhone,
        String repCompany,
        Instant approvedAt,
        @Nullable String to,
        @Nullable String textBody)
        implements TightropeEvent {
    @Override
    public UUID key() {
        return ref.outreachId();
    }
}
