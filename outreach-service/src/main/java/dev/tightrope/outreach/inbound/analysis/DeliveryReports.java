package dev.tightrope.outreach.inbound.analysis;

import dev.tightrope.outreach.inbound.analysis.DeliveryReport.Permanence;
import dev.tightrope.outreach.inbound.analysis.DeliveryReport.Recipient;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the {@code message/delivery-status} part of a report: groups of fields divided by empty lines (RFC 3464). */
final class DeliveryReports {
    private DeliveryReports() {}

    /** Empty if no group names a recipient: then it is no delivery report, whatever its type says. */
    static Optional<DeliveryReport> parse(String body) {
        List<Recipient> recipients = new ArrayList<>();
        for (String group : body.replace("\r\n", "\n").replace('\r', '\n').split("\n[ \t]*\n")) {
            Map<String, String> fields = fields(group);
            String address = address(fields.getOrDefault("original-recipient", fields.get("final-recipient")));
            if (address != null) {
                String action = lower(fields.get("action"));
                String status = status(fields.get("status"));
                recipients.add(new Recipient(
                        address, action, status, fields.get("diagnostic-code"), permanence(action, status)));
            }
        }
        return recipients.isEmpty() ? Optional.empty() : Optional.of(new DeliveryReport(recipients));
    }

    private static Permanence permanence(@Nullable String action, @Nullable String status) {
        if (action != null) {
            switch (action) {
                case "delayed":
                    return Permanence.TEMPORARY;
                case "delivered", "relayed", "expanded":
                    return Permanence.DELIVERED;
                default:
                    break;
            }
        }
        // "failed" with a 4.x.x status: the server gave up on a fault that may pass.
        return status != null && status.startsWith("4.") ? Permanence.TEMPORARY : Permanence.PERMANENT;
    }

    private static Map<String, String> fields(String group) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String line : group.replaceAll("\n[ \t]+", " ").split("\n")) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                fields.putIfAbsent(
                        line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        return fields;
    }

    /** {@code rfc822; jane@example.com} → {@code jane@example.com}. */
    private static @Nullable String address(@Nullable String field) {
        if (field == null) {
            return null;
        }
        String address = field.substring(field.indexOf(';') + 1).strip();
        if (address.startsWith("<") && address.endsWith(">")) {
            address = address.substring(1, address.length() - 1);
        }
        return address.isEmpty() ? null : address.toLowerCase(Locale.ROOT);
    }

    private static @Nullable String status(@Nullable String field) {
        return field == null || field.isEmpty() ? null : field.split("[\\s(]", 2)[0];
    }

    private static @Nullable String lower(@Nullable String value) {
        return value == null ? null : value.strip().toLowerCase(Locale.ROOT);
    }
}
