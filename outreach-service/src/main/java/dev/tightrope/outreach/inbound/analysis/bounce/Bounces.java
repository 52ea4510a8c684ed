package dev.tightrope.outreach.inbound.analysis.bounce;

import dev.tightrope.outreach.inbound.analysis.DeliveryReport;
import dev.tightrope.outreach.inbound.analysis.DeliveryReport.Recipient;
import dev.tightrope.outreach.inbound.analysis.Evidence;
import dev.tightrope.outreach.inbound.analysis.mime.Fields;
import dev.tightrope.outreach.inbound.analysis.mime.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says whether a message is a report of non-delivery, on whom, and why. */
public final class Bounces {
    private Bounces() {}

    /**
     * What was found.
     *
     * @param report whom it is about; a report that the mail arrived is one, too
     * @param returned header of the mail it returns, without fields if it returns none
     * @param evidence why it is a report
     * @param fromMachine whether its form or its sender says so, too, and not its words alone
     */
    public record Finding(DeliveryReport report, Fields returned, List<Evidence> evidence, boolean fromMachine) {}

    /** The words of a report without the copy of our mail. */
    public static String wordsOf(String text) {
        return Notice.of(text).words();
    }

    /** Header of the mail a report returns as a part of its own, or tells of as a notification. */
    public static List<Fields> returnedBy(Part message, String text) {
        return ReportedMail.returnedPart(message)
                .map(ReportedMail::header)
                .or(() -> SesNotification.in(text).map(SesNotification::returned))
                .stream()
                .toList();
    }

    /** Whether a subject is one reports have. */
    public static boolean saysFailure(@Nullable String subject) {
        return subject != null && Signs.saysFailure(subject);
    }

    /**
     * Reads a message as a report.
     *
     * @param text its words, plain
     */
    public static Optional<Finding> read(Part message, String text) {
        Optional<SesNotification> notification = SesNotification.in(text).filter(SesNotification::isReport);
        if (notification.isPresent()) {
            return notification.map(Bounces::notified);
        }
        ReportedMail mail = ReportedMail.of(message, text);
        List<StatusFields> fields = mail.statusFields();
        List<Recipient> stated = StatedRecipients.of(fields, mail);
        if (!stated.isEmpty()) {
            return Optional.of(new Finding(
                    new DeliveryReport(stated),
                    mail.returned(),
                    List.of(new Evidence(
                            "delivery-status", stated.get(0).permanence().name(), 0.99)),
                    true));
        }
        List<Evidence> signs = Signs.of(mail);
        if (signs.isEmpty()
                || !Signs.enough(
                        signs,
                        NoticeRecipients.inFront(mail.notice().words(), mail.senders())
                                .isPresent())) {
            return Optional.empty();
        }
        List<Recipient> told = new ArrayList<>(ToldRecipients.of(mail));
        return Optional.of(new Finding(new DeliveryReport(told), mail.returned(), signs, Signs.bySender(signs)));
    }

    private static Finding notified(SesNotification notification) {
        return new Finding(
                new DeliveryReport(notification.recipients()),
                notification.returned(),
                List.of(new Evidence("notification-type", notification.type(), 0.95)),
                true);
    }
}
