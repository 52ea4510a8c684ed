package dev.tightrope.outreach.inbound.analysis.bounce;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tightrope.outreach.inbound.analysis.DeliveryReport.Permanence;
import dev.tightrope.outreach.inbound.analysis.DeliveryReport.Recipient;
import dev.tightrope.outreach.inbound.analysis.mime.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What Amazon SES says of a mail of ours by SNS: JSON instead of a report (Amazon SES Developer Guide, "Amazon SNS
 * notification contents"), as it is or as the text of SNS's own envelope.
 *
 * @param type {@code bounce}, {@code complaint} or {@code delivery}
 * @param content all it says
 */
public record SesNotification(String type, JsonNode content) {
    private static final Pattern BROKEN_LINE = Pattern.compile("!\\n |\\n");
    private static final int LONGEST = 200_000;
    private static final int MOST_RECIPIENTS = 1_000;
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(50).build())
            .build());

    /** The notification a text is. */
    public static Optional<SesNotification> in(String text) {
        if (text.length() > LONGEST || !text.stripLeading().startsWith("{")) {
            return Optional.empty();
        }
        // Relays break long lines with a mark of their own; JSON has no line ends within its words.
        String json = BROKEN_LINE.matcher(text.strip()).replaceAll("");
        if (!json.contains("otificationType") && !json.contains("eventType")) {
            return Optional.empty();
        }
        return parsed(json).flatMap(SesNotification::of);
    }

    private static Optional<SesNotification> of(JsonNode node) {
        JsonNode content = node.path("Message").isTextual()
                ? parsed(node.path("Message").asText()).orElse(node)
                : node;
        // Of a configuration set's events the name of that field is another one ("Contents of event data").
        String type = content.path("notificationType")
                .asText(content.path("eventType").asText(""))
                .toLowerCase(Locale.ROOT);
        return type.isEmpty() ? Optional.empty() : Optional.of(new SesNotification(type, content));
    }

    /** What stands behind it, such as how to unsubscribe, is passed over. */
    private static Optional<JsonNode> parsed(String json) {
        try {
            return Optional.ofNullable(JSON.readTree(json));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** Whether somebody called our mail unwanted. */
    public boolean isComplaint() {
        return type.equals("complaint");
    }

    /** Whether it says what became of our mail. */
    boolean isReport() {
        return type.equals("bounce") || type.equals("delivery") && !recipients().isEmpty();
    }

    /** Whom it is about; nobody for a complaint. */
    List<Recipient> recipients() {
        List<Recipient> recipients = new ArrayList<>();
        if (type.equals("bounce")) {
            for (JsonNode of : content.path("bounce").path("bouncedRecipients")) {
                add(recipients, of.path("emailAddress"), of);
            }
        } else if (type.equals("delivery")) {
            content.path("delivery").path("recipients").forEach(address -> add(recipients, address, null));
        }
        return recipients;
    }

    private void add(List<Recipient> recipients, JsonNode named, @Nullable JsonNode of) {
        String address = MailAddress.in(named.asText(""));
        if (address == null || recipients.size() >= MOST_RECIPIENTS) {
            return;
        }
        if (of == null) {
            recipients.add(new Recipient(address, "delivered", null, null, null, Permanence.DELIVERED));
            return;
        }
        String action = value(of, "action");
        String diagnostic = value(of, "diagnosticCode");
        SmtpCodes said = diagnostic == null ? SmtpCodes.NONE : SmtpCodes.find(diagnostic);
        String field = value(of, "status");
        SmtpCodes codes = new SmtpCodes(said.reply(), field == null ? said.status() : SmtpCodes.statusField(field));
        recipients.add(new Recipient(
                address, action, codes.status(), codes.reply(), diagnostic, permanence(action, codes, diagnostic)));
    }

    /** SES has judged it already. */
    private Permanence permanence(@Nullable String action, SmtpCodes codes, @Nullable String diagnostic) {
        return switch (content.path("bounce").path("bounceType").asText("")) {
            case "Permanent" -> Permanence.PERMANENT;
            case "Transient" -> Permanence.TEMPORARY;
            default -> Judgement.permanence(action, codes, diagnostic == null ? "" : diagnostic);
        };
    }

    /** Header of our mail, as far as it is told. */
    Fields returned() {
        StringBuilder header = new StringBuilder();
        for (JsonNode field : content.path("mail").path("headers")) {
            line(header, field.path("name").asText(""), field.path("value").asText(""));
        }
        if (header.isEmpty()) {
            line(
                    header,
                    "Message-ID",
                    content.path("mail").path("commonHeaders").path("messageId").asText(""));
        }
        return Fields.parse(header.toString());
    }

    private static void line(StringBuilder header, String name, String value) {
        if (name.matches("[A-Za-z0-9-]{1,60}") && !value.isBlank()) {
            header.append(name)
                    .append(": ")
                    .append(value.replaceAll("[\\r\\n]+", " "))
                    .append('\n');
        }
    }

    private static @Nullable String value(JsonNode of, String name) {
        return of.path(name).isTextual() ? of.path(name).asText() : null;
    }
}
