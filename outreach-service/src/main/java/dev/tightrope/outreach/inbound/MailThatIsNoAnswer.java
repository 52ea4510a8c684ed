package dev.tightrope.outreach.inbound;

import dev.tightrope.outreach.inbound.analysis.AutomaticKind;
import dev.tightrope.outreach.inbound.analysis.DeliveryReport;
import dev.tightrope.outreach.inbound.analysis.InboundMail;
import dev.tightrope.outreach.inbound.analysis.MessageKind;
import dev.tightrope.outreach.inbound.analysis.Party;
import dev.tightrope.outreach.outreach.Absences;
import dev.tightrope.outreach.outreach.HonourOptOut;
import dev.tightrope.outreach.outreach.NoteMail;
import dev.tightrope.outreach.outreach.OutreachView;
import dev.tightrope.outreach.outreach.Outreaches;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What follows from a message besides a response: an absence, a challenge, a delay, a wish not to be written to. */
@ApplicationScoped
class MailThatIsNoAnswer {
    private final Absences absences;
    private final HonourOptOut honourOptOut;
    private final NoteMail notes;
    private final Outreaches outreaches;

    MailThatIsNoAnswer(Absences absences, HonourOptOut honourOptOut, NoteMail notes, Outreaches outreaches) {
        this.absences = absences;
        this.honourOptOut = honourOptOut;
        this.notes = notes;
        this.outreaches = outreaches;
    }

    /** Out of office, challenge, or a delivery that is late. */
    void follow(UUID messageId, InboundMail mail, Match match, Instant now) {
        UUID outreach = match.sent().outreachId();
        if (mail.automaticKind() == AutomaticKind.OUT_OF_OFFICE && mail.returnsOn() != null) {
            Instant at = mail.sentAt() == null || mail.sentAt().isAfter(now) ? now : mail.sentAt();
            absences.told(outreach, match.sent().round(), sender(mail), at, mail.absentFrom(), mail.returnsOn());
        } else if (mail.automaticKind() == AutomaticKind.CHALLENGE_RESPONSE) {
            notes.challenge(
                    outreach,
                    messageId,
                    sender(mail) + " asks to confirm that a person sent the e-mail to "
                            + match.sent().recipient());
        } else if (mail.kind() == MessageKind.BOUNCE) {
            notes.softBounce(outreach, messageId, "not delivered yet: " + why(mail));
        }
    }

    /**
     * Suppresses who asks for it or complained. For a whole company only somebody of that company can ask; whoever got our
     * mail passed on and writes from elsewhere speaks for themselves. Comes before the response: suppressions are taken
     * before the rows of outreaches they close.
     */
    void honourOptOut(UUID messageId, InboundMail mail, Match match) {
        OutreachView outreach = outreachOf(match);
        wish(messageId, mail, match, outreach).ifPresent(wish -> honourOptOut.honour(outreach, wish));
    }

    /** Every outreach that is touched if it is a wish not to be written to; none if it is not. */
    Set<UUID> touchedByOptOut(UUID messageId, InboundMail mail, Match match) {
        OutreachView outreach = outreachOf(match);
        return wish(messageId, mail, match, outreach)
                .map(wish -> honourOptOut.touched(outreach, wish))
                .orElse(Set.of());
    }

    private Optional<HonourOptOut.Wish> wish(UUID messageId, InboundMail mail, Match match, OutreachView outreach) {
        boolean complaint = mail.kind() == MessageKind.COMPLAINT;
        if (!complaint && mail.kind() != MessageKind.OPT_OUT) {
            return Optional.empty();
        }
        String address = complaint ? match.sent().recipient() : addressOf(mail);
        String name = mail.from() == null ? null : mail.from().name();
        boolean executive =
                complaint || honourOptOut.isExecutive(outreach.executiveId(), outreach.prospectId(), name, address);
        return Optional.of(new HonourOptOut.Wish(
                address,
                null,
                executive,
                mail.optOutForCompany() && (executive || honourOptOut.isOfCompany(outreach.prospectId(), address)),
                complaint ? "complained about our e-mail" : "asked by mail not to be contacted any more",
                "inbound message " + messageId,
                null));
    }

    private OutreachView outreachOf(Match match) {
        return outreaches.byId(match.sent().outreachId()).orElseThrow();
    }

    private static String why(InboundMail mail) {
        return mail.report()
                .flatMap(report -> report.recipients().stream().findFirst())
                .map(DeliveryReport.Recipient::diagnostic)
                .filter(text -> !text.isBlank())
                .orElse("no reason given");
    }

    private static String sender(InboundMail mail) {
        Party from = mail.from();
        if (from == null) {
            return "somebody";
        }
        return from.name() != null ? from.name() : String.valueOf(from.address());
    }

    private static @Nullable String addressOf(InboundMail mail) {
        return mail.from() == null ? null : mail.from().address();
    }
}
