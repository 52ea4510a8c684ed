package dev.tightrope.outreach.inbound.analysis.bounce;

import dev.tightrope.outreach.inbound.analysis.DeliveryReport.Recipient;
import dev.tightrope.outreach.inbound.analysis.Party;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The recipients of a report that only tells in words. */
final class ToldRecipients {
    private static final int MOST_DIAGNOSTIC = 1_000;

    private static final Pattern EXPANDED = Pattern.compile(
            "(?i)\\((?:expanded|(?:ultimately )?generated|redirected|originally)\\s+(?:from|to):?\\s+<?("
                    + MailAddress.REGEX + ")>?\\)");

    private ToldRecipients() {}

    static List<Recipient> of(ReportedMail mail) {
        Map<String, Integer> places = places(mail);
        String words = mail.notice().words();
        List<Recipient> recipients = new ArrayList<>();
        SmtpCodes whole = SmtpCodes.find(words);
        for (Map.Entry<String, Integer> place : places.entrySet()) {
            String about = places.size() == 1
                    ? words.substring(place.getValue())
                    : section(words, place.getValue(), places.values());
            SmtpCodes codes = SmtpCodes.find(about)
                    .or(SmtpCodes.find(about(place.getKey(), words)))
                    .or(whole);
            recipients.add(new Recipient(
                    place.getKey(),
                    null,
                    codes.status(),
                    codes.reply(),
                    diagnostic(about),
                    Judgement.permanence(null, codes, words + subject(mail))));
        }
        return recipients;
    }

    private static String subject(ReportedMail mail) {
        String subject = mail.message().fields().decoded("Subject");
        return subject == null ? "" : "\n" + subject;
    }

    static Collection<String> addresses(ReportedMail mail) {
        return places(mail).keySet();
    }

    private static Map<String, Integer> places(ReportedMail mail) {
        String words = mail.notice().words();
        Map<String, Integer> places = new LinkedHashMap<>();
        for (Party party : mail.message().fields().parties("X-Failed-Recipients")) {
            if (party.address() != null) {
                int at = words.toLowerCase(Locale.ROOT).indexOf(party.address());
                places.put(party.address(), Math.max(0, at));
            }
        }
        if (places.isEmpty()) {
            places.putAll(NoticeRecipients.find(words, mail.senders()));
        }
        if (places.isEmpty()) {
            for (String address : returnedTo(mail)) {
                places.put(address, 0);
            }
        }
        originals(words, places);
        return places;
    }

    /** An alias the mail was written to, named behind the address it led to: it is the one we know. */
    private static void originals(String words, Map<String, Integer> places) {
        Matcher expanded = EXPANDED.matcher(words);
        while (expanded.find()) {
            places.putIfAbsent(MailAddress.normal(expanded.group(1)), expanded.start());
        }
    }

    /** Whom the returned mail was for, where the words name nobody and it went to one alone. */
    private static Set<String> returnedTo(ReportedMail mail) {
        Set<String> addresses = new LinkedHashSet<>();
        for (Party party : mail.returned().parties("To")) {
            if (party.address() != null) {
                addresses.add(party.address());
            }
        }
        return addresses.size() == 1 ? addresses : Set.of();
    }

    private static String section(String words, int start, Collection<Integer> starts) {
        int end = starts.stream()
                .filter(other -> other > start)
                .mapToInt(Integer::intValue)
                .min()
                .orElse(words.length());
        return words.substring(start, end);
    }

    /** Lines that name an address, each with the one behind it. */
    static String about(String address, String words) {
        StringBuilder about = new StringBuilder();
        boolean named = false;
        for (String line : words.split("\n")) {
            boolean names = line.toLowerCase(Locale.ROOT).contains(address);
            if (names || named) {
                about.append(line).append('\n');
            }
            named = names;
        }
        return about.toString();
    }

    private static String diagnostic(String about) {
        String line = about.strip().replaceAll("\\s+", " ");
        return line.length() > MOST_DIAGNOSTIC ? line.substring(0, MOST_DIAGNOSTIC) : line;
    }
}
