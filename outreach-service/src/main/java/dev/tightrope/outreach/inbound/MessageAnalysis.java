package dev.tightrope.outreach.inbound;

import dev.tightrope.outreach.inbound.analysis.AutomaticKind;
import dev.tightrope.outreach.inbound.analysis.DeliveryReport;
import dev.tightrope.outreach.inbound.analysis.Evidence;
import dev.tightrope.outreach.inbound.analysis.InboundMail;
import dev.tightrope.outreach.inbound.analysis.MessageKind;
import dev.tightrope.outreach.inbound.analysis.Participant;
import dev.tightrope.outreach.inbound.analysis.Party;
import dev.tightrope.outreach.inbound.analysis.quotes.QuotedMessage;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a message says, as the API shows it.
 *
 * @param kind what it is; UNRELATED where the message itself does not say what it answers
 * @param automatic whether a machine sent it
 * @param automaticKind why, for automatic mail
 * @param absentFrom first day somebody says to be away, where an absence notice states it
 * @param returnsOn first day somebody is said to be there again
 * @param bounce what could not be delivered, for reports of that
 * @param forwards messages passed on, the outermost first
 * @param participants everybody named in the header and in every quoted or forwarded one
 * @param newText what its sender wrote, without quotes and forwarded text
 * @param evidence why it was read so
 */
public record MessageAnalysis(
        MessageKind kind,
        boolean automatic,
        @Nullable AutomaticKind automaticKind,
        @Nullable LocalDate absentFrom,
        @Nullable LocalDate returnsOn,
        @Nullable Bounce bounce,
        List<Forward> forwards,
        List<Participant> participants,
        String newText,
        List<Evidence> evidence) {

    /**
     * A report that mail did not arrive.
     *
     * @param permanence {@code permanent} or {@code temporary}
     * @param recipients whom it did not reach
     */
    public record Bounce(
            @Schema(enumeration = {"permanent", "temporary"})
            String permanence,

            List<Recipient> recipients) {}

    /**
     * What happened to one recipient.
     *
     * @param status enhanced status code (RFC 3463)
     * @param reply SMTP reply code
     * @param action of the report (RFC 3464)
     * @param diagnostic what the server said
     * @param permanence {@code permanent}, {@code temporary} or {@code delivered}
     */
    public record Recipient(
            String address,
            @Nullable String status,
            @Nullable String reply,
            @Nullable String action,
            @Nullable String diagnostic,

            @Schema(enumeration = {"permanent", "temporary", "delivered"})
            String permanence) {}

    /**
     * A message passed on.
     *
     * @param date as written there
     */
    public record Forward(
            @Nullable Party from,
            List<Party> to,
            List<Party> cc,
            @Nullable String subject,
            @Nullable String date) {}

    static MessageAnalysis of(InboundMail mail) {
        return new MessageAnalysis(
                mail.kind(),
                mail.automatic(),
                mail.automaticKind(),
                mail.absentFrom(),
                mail.returnsOn(),
                mail.kind() == MessageKind.BOUNCE
                        ? mail.report().map(MessageAnalysis::bounce).orElse(null)
                        : null,
                mail.forwards().stream().map(MessageAnalysis::forward).toList(),
                mail.participants(),
                mail.newText(),
                mail.evidence());
    }

    private static Bounce bounce(DeliveryReport report) {
        return new Bounce(
                word(report.permanence()),
                report.recipients().stream()
                        .map(r -> new Recipient(
                                r.address(), r.status(), r.reply(), r.action(), r.diagnostic(), word(r.permanence())))
                        .toList());
    }

    private static Forward forward(QuotedMessage level) {
        return new Forward(level.from(), level.to(), level.cc(), level.subject(), level.date());
    }

    private static String word(DeliveryReport.Permanence permanence) {
        return permanence.name().toLowerCase(Locale.ROOT);
    }
}
