package dev.tightrope.outreach.inbound.analysis.bounce;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds in the words of a report whom the mail did not reach, by the place an address has: a line of its own or the start of
 * one is surest, then a line that speaks of a recipient or a refusal, then anywhere.
 */
final class NoticeRecipients {
    private static final int MOST = 200;

    /** An address alone on its line or in front of what is said about it, whatever bullets stand before it. */
    private static final Pattern IN_FRONT = Pattern.compile("^[\\s>*•·-]{0,20}[<\\[\"'(]?(" + MailAddress.REGEX
            + ")[>\\])\"']{0,2}(?:\\s*$|\\s*[:;,(]|\\s*\\.\\.\\.|\\s+-\\s|\\s+on \\S{2,4},? .*|\\s{2,}\\S.*|\\s+<?"
            + MailAddress.REGEX
            + ">?\\s*$)");

    private static final Pattern SPOKEN_OF = Pattern.compile(
            "(?i)\\b(?:recipients?|rcpt to|address(?:ed|es)?|user(?:id|s)?|mailbox|account|undeliverable|not"
                    + " delivered|deliver(?:y|ed)?|rejected|refused|failed|unknown|invalid|unable|no such|generated"
                    + " from|not listed|final-recipient|[45]\\d\\d)\\b");

    private static final Pattern NOT_ABOUT_RECIPIENTS =
            Pattern.compile("(?i)^\\W*(?:from|sender|reply-to|message-id|the message identifier|return-path|mail"
                    + " from|reporting-mta|contact|x-[a-z-]+)\\b|\\bmessage.?id\\b|\\bmail"
                    + " from:|\\b(?:contact|assistance|questions?|write to|e-?mail to|forward .* to|help)\\b.{0,60}@");

    private static final Set<String> ROLES = Set.of("postmaster", "mailer-daemon", "abuse", "mailmaster", "hostmaster");

    private NoticeRecipients() {}

    /** Where the words about each recipient begin, by address, in the order of the report. */
    static Map<String, Integer> find(String words, Set<String> sender) {
        Predicate<String> stranger = address -> !sender.contains(address) && !isRole(address);
        for (Predicate<String> wanted : List.of(stranger, (Predicate<String>) address -> !isRole(address))) {
            for (Place place : Place.values()) {
                Map<String, Integer> found = at(place, words, wanted);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return Map.of();
    }

    /** The first stranger whose address stands where reports have it: on a line of its own or at the start of one. */
    static Optional<String> inFront(String words, Set<String> sender) {
        return at(Place.IN_FRONT, words, address -> !sender.contains(address) && !isRole(address)).keySet().stream()
                .findFirst();
    }

    private enum Place {
        IN_FRONT,
        SPOKEN_OF,
        ANYWHERE
    }

    private static Map<String, Integer> at(Place place, String words, Predicate<String> wanted) {
        Map<String, Integer> found = new LinkedHashMap<>();
        int start = 0;
        while (start < words.length() && found.size() < MOST) {
            int end = words.indexOf('\n', start);
            end = end < 0 ? words.length() : end;
            String line = words.substring(start, Math.min(end, start + 2_000));
            boolean about = place == Place.IN_FRONT
                    || !NOT_ABOUT_RECIPIENTS.matcher(line).find();
            if (line.indexOf('@') >= 0 && about) {
                collect(place, line, start, wanted, found);
            }
            start = end + 1;
        }
        return found;
    }

    private static void collect(
            Place place, String line, int start, Predicate<String> wanted, Map<String, Integer> found) {
        if (place == Place.IN_FRONT) {
            Matcher front = IN_FRONT.matcher(line);
            if (front.find()) {
                add(front.group(1), start, wanted, found);
            }
            return;
        }
        if (place == Place.SPOKEN_OF && !SPOKEN_OF.matcher(line).find()) {
            return;
        }
        Matcher address = MailAddress.matcher(line);
        while (address.find()) {
            add(address.group(), start, wanted, found);
        }
    }

    private static void add(String address, int start, Predicate<String> wanted, Map<String, Integer> found) {
        String normal = MailAddress.normal(address);
        if (wanted.test(normal)) {
            found.putIfAbsent(normal, start);
        }
    }

    private static boolean isRole(String address) {
        return ROLES.contains(address.substring(0, address.lastIndexOf('@')));
    }
}
