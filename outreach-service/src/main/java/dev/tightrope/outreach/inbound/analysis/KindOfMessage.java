package dev.tightrope.outreach.inbound.analysis;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Says what a message is from its header fields (RFC 3834, RFC 3464, RFC 5965). {@code X-Auto-Response-Suppress} is not
 * asked: Exchange sets it on ordinary mail of people.
 */
final class KindOfMessage {
    private static final Set<String> MACHINE_PRECEDENCE = Set.of("bulk", "junk", "list", "auto_reply");
    private static final List<String> AUTORESPONDER_FIELDS =
            List.of("X-Autoreply", "X-Autorespond", "X-Auto-Response", "X-Autoresponder", "X-Mail-Autoreply");
    private static final Set<String> DAEMONS = Set.of("mailer-daemon", "postmaster", "mail-daemon", "mailerdaemon");

    private KindOfMessage() {}

    record Verdict(MessageKind kind, Evidence evidence) {}

    /**
     * @param header first value of a header field by name, null if absent
     * @param reportType {@code report-type} of a {@code multipart/report} (RFC 6522), null for other messages
     */
    static Verdict of(
            Function<String, @Nullable String> header,
            @Nullable String reportType,
            Optional<DeliveryReport> report,
            @Nullable Party from) {
        if ("feedback-report".equals(reportType)) {
            return verdict(MessageKind.COMPLAINT, "report-type", "feedback-report", 0.99);
        }
        if (report.isPresent()) {
            return report.get().onlyDelivered()
                    ? verdict(MessageKind.AUTOMATIC, "delivery-status", "every recipient was reached", 0.99)
                    : verdict(MessageKind.BOUNCE, "delivery-status", "a recipient was not reached", 0.99);
        }
        if (reportType != null) {
            return verdict(MessageKind.AUTOMATIC, "report-type", reportType, 0.98);
        }
        String autoSubmitted = word(header.apply("Auto-Submitted"));
        if (autoSubmitted != null && !autoSubmitted.equals("no")) {
            return verdict(MessageKind.AUTOMATIC, "auto-submitted", autoSubmitted, 0.99);
        }
        for (String field : AUTORESPONDER_FIELDS) {
            if (header.apply(field) != null) {
                return verdict(MessageKind.AUTOMATIC, "autoresponder-field", field, 0.95);
            }
        }
        String precedence = word(header.apply("Precedence"));
        if (precedence != null && MACHINE_PRECEDENCE.contains(precedence)) {
            return verdict(MessageKind.AUTOMATIC, "precedence", precedence, 0.9);
        }
        String returnPath = header.apply("Return-Path");
        if (returnPath != null && returnPath.strip().equals("<>")) {
            return verdict(MessageKind.AUTOMATIC, "null-return-path", "<>", 0.95);
        }
        String sender = from == null ? null : from.address();
        if (sender != null && DAEMONS.contains(localPart(sender))) {
            return verdict(MessageKind.AUTOMATIC, "daemon-sender", sender, 0.95);
        }
        return verdict(MessageKind.PERSONAL, "no-sign-of-a-machine", "", 0.8);
    }

    private static Verdict verdict(MessageKind kind, String rule, String detail, double confidence) {
        return new Verdict(kind, new Evidence(rule, detail, confidence));
    }

    private static String localPart(String address) {
        return address.substring(0, Math.max(0, address.lastIndexOf('@')));
    }

    /** First word of a field's value, without parameters (RFC 3834 allows {@code auto-replied; …}) and comments. */
    private static @Nullable String word(@Nullable String value) {
        if (value == null) {
            return null;
        }
        String word = value.strip().split("[;\\s(]", 2)[0].toLowerCase(Locale.ROOT);
        return word.isEmpty() ? null : word;
    }
}
