package dev.tightrope.outreach.inbound.analysis;

import dev.tightrope.outreach.inbound.analysis.mime.Fields;
import dev.tightrope.outreach.inbound.analysis.mime.Part;
import java.util.List;
import java.util.Optional;

/**
 * Recognises notices that a mail was displayed or deleted (RFC 8098). Their reader may have agreed to one, but wrote
 * nothing: it is no answer.
 */
final class Receipts {
    private static final String REPORT = "disposition-notification";

    private Receipts() {}

    static Optional<Evidence> find(Part message) {
        return REPORT.equalsIgnoreCase(message.parameter("report-type"))
                        || !notices(message).isEmpty()
                ? Optional.of(new Evidence("disposition-notification", dispositionOf(message), 0.99))
                : Optional.empty();
    }

    /** The notice's fields, which name the mail it is about. */
    static List<Fields> notices(Part message) {
        return message.walkOwn()
                .filter(part -> part.type().equals("message/" + REPORT))
                .map(part -> Fields.parse(part.text()))
                .toList();
    }

    private static String dispositionOf(Part message) {
        return notices(message).stream()
                .map(fields -> fields.first("Disposition"))
                .filter(disposition -> disposition != null)
                .findFirst()
                .orElse("");
    }
}
