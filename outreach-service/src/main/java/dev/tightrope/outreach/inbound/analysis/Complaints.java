package dev.tightrope.outreach.inbound.analysis;

import dev.tightrope.outreach.inbound.analysis.bounce.SesNotification;
import dev.tightrope.outreach.inbound.analysis.mime.Fields;
import dev.tightrope.outreach.inbound.analysis.mime.Part;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Recognises reports that our mail was called unwanted: by their form (RFC 5965), or as Hotmail's loop writes them. */
final class Complaints {
    private static final Pattern SUBJECT = Pattern.compile(
            "(?i)^complaint about message from|^(?:spam|abuse) (?:report|complaint)\\b|^e-?mail feedback report for"
                    + " ip|^(?:abuse|feedback) report\\b");

    private static final Pattern WORDS = Pattern.compile(
            "(?i)\\b(?:abuse|spam|junk)\\b.{0,40}\\b(?:report|complaint)|\\bfeedback[- ](?:loop|report)|reported (?:it"
                    + " |this |the message )?as (?:spam|junk)|complain(?:t|ed)\\b.{0,60}\\b(?:message|e-?mail)");

    private Complaints() {}

    static Optional<Evidence> find(Part message, String text) {
        if (saysTheOpposite(message)) {
            return Optional.empty();
        }
        if ("feedback-report".equals(lower(message.parameter("report-type")))) {
            return Optional.of(new Evidence("report-type", "feedback-report", 0.99));
        }
        if (message.walkOwn().anyMatch(part -> part.type().equals("message/feedback-report"))) {
            return Optional.of(new Evidence("feedback-report-part", "", 0.98));
        }
        String subject = message.fields().decoded("Subject");
        boolean returned =
                message.walkOwn().skip(1).anyMatch(part -> part.type().equals("message/rfc822"));
        boolean says = subject != null && SUBJECT.matcher(subject).find();
        if (returned && says && (fromStaff(message) || WORDS.matcher(text).find())) {
            return Optional.of(new Evidence("complaint-words", subject == null ? "" : subject, 0.9));
        }
        if (SesNotification.in(text).filter(SesNotification::isComplaint).isPresent()) {
            return Optional.of(new Evidence("notification-type", "Complaint", 0.95));
        }
        return Optional.empty();
    }

    /** The reader took our mail out of the junk folder (RFC 6430). */
    private static boolean saysTheOpposite(Part message) {
        return message.walkOwn()
                .filter(part -> part.type().equals("message/feedback-report"))
                .anyMatch(part ->
                        "not-spam".equalsIgnoreCase(Fields.parse(part.text()).first("Feedback-Type")));
    }

    private static boolean fromStaff(Part message) {
        return message.fields().parties("From").stream()
                .anyMatch(party ->
                        party.address() != null && party.address().matches("(?:staff|abuse|feedback|fbl).{0,40}@.+"));
    }

    private static @Nullable String lower(@Nullable String value) {
        return value == null ? null : value.toLowerCase(Locale.ROOT);
    }
}
