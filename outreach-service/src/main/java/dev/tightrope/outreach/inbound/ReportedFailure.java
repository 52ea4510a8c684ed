package dev.tightrope.outreach.inbound;

import dev.tightrope.outreach.delivery.SentMail;
import dev.tightrope.outreach.inbound.analysis.DeliveryReport;
import dev.tightrope.outreach.inbound.analysis.InboundMail;
import java.util.List;
import java.util.Optional;

/** Reads from a report on a mail of ours that its recipient will not get it. */
final class ReportedFailure {
    private ReportedFailure() {}

    static boolean isFailure(DeliveryReport report) {
        return report.permanence() == DeliveryReport.Permanence.PERMANENT;
    }

    /**
     * The failure of our recipient. What is said of them by name counts alone. A mail has one recipient, so a report that
     * came to the address of this very mail is about them, whatever alias it names, and so is one that names nobody.
     */
    static Optional<DeliveryReport.Recipient> of(InboundMail mail, SentMail sent) {
        DeliveryReport report = mail.report().orElseThrow();
        if (report.recipients().isEmpty()) {
            return Optional.of(new DeliveryReport.Recipient(
                    sent.recipient(), null, null, null, null, DeliveryReport.Permanence.PERMANENT));
        }
        List<DeliveryReport.Recipient> named = report.recipients().stream()
                .filter(r -> r.address().equalsIgnoreCase(sent.recipient()))
                .toList();
        boolean aliases = named.isEmpty() && (report.recipients().size() == 1 || MatchMail.isTo(mail, sent));
        return (aliases ? report.recipients() : named)
                .stream()
                        .filter(r -> r.permanence() == DeliveryReport.Permanence.PERMANENT)
                        .findFirst();
    }
}
