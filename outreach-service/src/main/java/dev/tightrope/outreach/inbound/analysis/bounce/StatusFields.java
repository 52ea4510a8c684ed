package dev.tightrope.outreach.inbound.analysis.bounce;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The fields about one recipient in a {@code message/delivery-status} (RFC 3464, section 2.3).
 *
 * @param address Original-Recipient, or Final-Recipient where that is absent or no address
 * @param action lower case
 * @param status enhanced status code as stated
 * @param diagnostic Diagnostic-Code
 */
record StatusFields(
        @Nullable String address,
        @Nullable String action,
        @Nullable String status,
        @Nullable String diagnostic) {
    private static final int MOST_RECIPIENTS = 1_000;
    private static final Pattern XTEXT = Pattern.compile("\\+([0-9A-F]{2})");
    private static final Pattern FOLD = Pattern.compile("\n[ \t]+");
    private static final Pattern EMPTY_LINES = Pattern.compile("\n[ \t]*\n");

    /** Every recipient reported on: groups of fields divided by empty lines, or by the next recipient where those are missing. */
    static List<StatusFields> parse(String body) {
        List<StatusFields> recipients = new ArrayList<>();
        for (String group : EMPTY_LINES.split(body)) {
            Map<String, String> fields = new LinkedHashMap<>();
            for (String line : FOLD.matcher(group).replaceAll(" ").split("\n")) {
                int colon = line.indexOf(':');
                if (colon <= 0) {
                    continue;
                }
                String name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
                if (name.endsWith("-recipient") && fields.containsKey(name)) {
                    add(recipients, fields);
                    fields.clear();
                }
                fields.putIfAbsent(name, line.substring(colon + 1).strip());
            }
            add(recipients, fields);
        }
        return recipients;
    }

    private static void add(List<StatusFields> recipients, Map<String, String> fields) {
        String action = fields.get("action");
        boolean ofRecipient = action != null
                || fields.containsKey("status")
                || fields.containsKey("final-recipient")
                || fields.containsKey("original-recipient");
        if (ofRecipient && recipients.size() < MOST_RECIPIENTS) {
            recipients.add(new StatusFields(
                    address(fields),
                    action == null ? null : word(action).toLowerCase(Locale.ROOT),
                    fields.containsKey("status") ? SmtpCodes.statusField(fields.getOrDefault("status", "")) : null,
                    fields.get("diagnostic-code")));
        }
    }

    private static @Nullable String address(Map<String, String> fields) {
        for (String name :
                List.of("original-recipient", "final-recipient", "x-actual-recipient", "x-failed-recipient")) {
            String field = fields.get(name);
            String address = field == null ? null : address(field);
            if (address != null) {
                return address;
            }
        }
        return null;
    }

    /** {@code rfc822; jane@example.com} → {@code jane@example.com}; {@code +2B} is a plus written as xtext (RFC 3461). */
    private static @Nullable String address(String field) {
        String bare = field.substring(field.indexOf(';') + 1).strip();
        Matcher xtext = XTEXT.matcher(bare);
        String plain = xtext.replaceAll(
                hex -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(hex.group(1), 16))));
        return MailAddress.in(plain);
    }

    private static String word(String value) {
        return value.strip().split("[\\s(;]", 2)[0];
    }
}
