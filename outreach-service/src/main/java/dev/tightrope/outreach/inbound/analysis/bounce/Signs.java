package dev.tightrope.outreach.inbound.analysis.bounce;

import dev.tightrope.outreach.inbound.analysis.Evidence;
import dev.tightrope.outreach.inbound.analysis.ExchangeSender;
import dev.tightrope.outreach.inbound.analysis.ListServer;
import dev.tightrope.outreach.inbound.analysis.mime.Fields;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Signs that a message without a machine-readable part reports a failure. One alone is never enough. */
final class Signs {
    /** Local parts, without the punctuation that varies. */
    private static final Set<String> DAEMONS =
            Set.of("mailerdaemon", "postmaster", "maildaemon", "mdaemon", "maildeliverysystem", "mailmaster");

    /** Of these nothing comes but reports; a postmaster also sends digests and answers letters. */
    private static final Set<String> REPORTERS = Set.of("mailerdaemon", "maildaemon", "maildeliverysystem");

    private static final Pattern DAEMON_NAME = Pattern.compile(
            "(?i)mail(?:er)?[ -]?daemon|mail deliver(?:y)? (?:sub)?system|delivery subsystem|mail delivery|system"
                    + " administrator|postmaster|mail administrator");
    private static final Pattern ANSWER = Pattern.compile(
            "(?iu)^\\s*(?:re|aw|sv|antw|rv|odp|vs|fwd?|wg|tr|vb|pd|vl|enc|i|r|rif|ynt|ilt|i̇lt|bg|doorst|rép|res|vá|továbbítás)\\s*:");

    private static final Pattern GREETING = Pattern.compile(
            "(?iU)\\s*(?:hi|hello|dear|hey|hej|hejsan|kära|käre|bästa|hallo|lieber?|guten (?:tag|morgen)|bonjour|cher|chère|hola|ciao|caro|cara|buongiorno|cześć|hei|kære|beste|moi|olá)[ ,]{1,3}(?:(?:herr|frau|mr|mrs|ms|dr)\\.? )?([\\p{L}-]{2,40})\\b");

    private static final Map<String, Integer> WEIGHTS = Map.ofEntries(
            Map.entry("failed-recipients", 4),
            Map.entry("report-type", 3),
            Map.entry("list-server", 2),
            Map.entry("daemon-sender", 2),
            Map.entry("recipient-named", 2),
            Map.entry("null-return-path", 1),
            Map.entry("no-reply-sender", 1),
            Map.entry("failure-subject", 2),
            Map.entry("failure-words", 2),
            Map.entry("smtp-answer", 2),
            Map.entry("smtp-code", 1),
            Map.entry("returned-mail", 1));

    private static final Set<String> SENDER = Set.of(
            "failed-recipients",
            "report-type",
            "list-server",
            "daemon-sender",
            "null-return-path",
            "auto-submitted",
            "no-reply-sender");

    private Signs() {}

    static List<Evidence> of(ReportedMail mail) {
        List<Evidence> signs = new ArrayList<>();
        Fields fields = mail.message().fields();
        if (fields.has("X-Failed-Recipients")) {
            signs.add(new Evidence("failed-recipients", value(fields.first("X-Failed-Recipients")), 0.95));
        }
        if ("delivery-status".equalsIgnoreCase(mail.message().parameter("report-type"))) {
            signs.add(new Evidence("report-type", "delivery-status", 0.9));
        }
        if (ListServer.wrote(fields)) {
            signs.add(new Evidence("list-server", value(fields.first("X-MLServer")), 0.6));
        } else if (isDaemon(fields)) {
            signs.add(new Evidence("daemon-sender", value(fields.first("From")), 0.6));
        } else if ("<>".equals(fields.first("Return-Path"))) {
            signs.add(new Evidence("null-return-path", "<>", 0.4));
        } else if (fields.has("Auto-Submitted")
                && !value(fields.first("Auto-Submitted")).strip().equalsIgnoreCase("no")) {
            signs.add(new Evidence("auto-submitted", value(fields.first("Auto-Submitted")), 0.3));
        } else if (mail.returnsPart() && sender(fields).anyMatch("noreply"::equals)) {
            // Such an address sends much else, but none of it returns a mail.
            signs.add(new Evidence("no-reply-sender", value(fields.first("From")), 0.3));
        }
        if (isReporter(fields)) {
            NoticeRecipients.inFront(mail.notice().words(), mail.senders())
                    .ifPresent(address -> signs.add(new Evidence("recipient-named", address, 0.5)));
        }
        String subject = fields.decoded("Subject");
        if (subject != null && saysFailure(subject) && !greets(mail)) {
            signs.add(new Evidence("failure-subject", subject, 0.5));
        }
        if (!signs.isEmpty()) {
            addSaid(signs, mail);
        }
        return signs;
    }

    /** Asked only where the header gives reason to: most mail is none, and its text is long. */
    private static void addSaid(List<Evidence> signs, ReportedMail mail) {
        String words = mail.flatWords();
        Matcher failure = FailureWords.FAILURE.matcher(words);
        if (failure.find()) {
            signs.add(new Evidence("failure-words", failure.group(), 0.5));
        } else if (FailureWords.STILL_TRYING.matcher(words).find()) {
            signs.add(new Evidence("failure-words", "still trying", 0.4));
        }
        SmtpCodes codes = SmtpCodes.find(words);
        if (!codes.equals(SmtpCodes.NONE)) {
            signs.add(new Evidence(codes.complete() ? "smtp-answer" : "smtp-code", codes.text(), 0.4));
        }
        if (mail.returnsPart()
                || mail.returned().has("Message-ID")
                || mail.returned().has("Received")) {
            signs.add(new Evidence("returned-mail", value(mail.returned().first("Message-ID")), 0.3));
        }
    }

    /** Whether it begins with the recipient's name, as a person who passes on what came back does. */
    private static boolean greets(ReportedMail mail) {
        Matcher greeting = GREETING.matcher(mail.notice().words());
        if (!greeting.lookingAt()) {
            return false;
        }
        String name = greeting.group(1).toLowerCase(Locale.ROOT);
        return mail.message().fields().parties("To").stream()
                .map(party -> value(party.name()).toLowerCase(Locale.ROOT))
                .anyMatch(known -> Arrays.asList(known.split("[^\\p{L}-]+")).contains(name));
    }

    static boolean saysFailure(String subject) {
        return FailureWords.SUBJECT.matcher(subject).find()
                && !ANSWER.matcher(subject).find();
    }

    /**
     * Two strong signs, or one and two weak ones. What is said never decides without who says it: people write of failed
     * deliveries, too, and name addresses. A subject stands for the sender where codes or the returned mail back it up, or
     * an address where reports have it.
     */
    static boolean enough(List<Evidence> signs, boolean namesInFront) {
        int weight = signs.stream()
                .mapToInt(sign -> WEIGHTS.getOrDefault(sign.rule(), 0))
                .sum();
        boolean machine = bySender(signs);
        boolean subject = has(signs, "failure-subject");
        boolean backed = namesInFront || has(signs, "smtp-answer") || has(signs, "returned-mail");
        return weight >= 4 && (machine || (subject && backed));
    }

    /** Whether the header says that a machine sent it, so that it rests on more than what is said. */
    static boolean bySender(List<Evidence> signs) {
        return signs.stream().anyMatch(sign -> SENDER.contains(sign.rule()));
    }

    private static boolean has(List<Evidence> signs, String rule) {
        return signs.stream().anyMatch(sign -> sign.rule().equals(rule));
    }

    static boolean isDaemon(Fields fields) {
        String from = fields.decoded("From");
        String path = fields.first("Return-Path");
        if (path != null && path.toLowerCase(Locale.ROOT).contains("mailer-daemon")) {
            return true;
        }
        if (from == null) {
            return false;
        }
        if (isReporter(fields) || sender(fields).anyMatch(DAEMONS::contains)) {
            return true;
        }
        return from.strip().equals("<>") || DAEMON_NAME.matcher(from).find();
    }

    private static boolean isReporter(Fields fields) {
        return sender(fields).anyMatch(REPORTERS::contains)
                || fields.parties("From").stream().anyMatch(party -> ExchangeSender.is(party.address()));
    }

    /** Local parts of the sender, letters alone. */
    private static Stream<String> sender(Fields fields) {
        return fields.parties("From").stream()
                .map(party -> localPart(value(party.address())).replaceAll("[^a-z]", ""));
    }

    private static String localPart(String address) {
        return address.substring(0, Math.max(0, address.lastIndexOf('@')));
    }

    private static String value(@Nullable String value) {
        return value == null ? "" : value;
    }
}
