package dev.tightrope.outreach.inbound.analysis;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/** Walks the MIME tree once and keeps what reading needs. Deeper or larger than its limits is passed over. */
final class MessageParts {
    private static final int MAX_DEPTH = 20;
    private static final int MAX_PARTS = 200;
    private static final int MAX_PART_BYTES = 1 << 20;

    private int parts;
    private @Nullable String plain;
    private @Nullable String html;
    private @Nullable String reportType;
    private @Nullable String returnedMessageId;
    private Optional<DeliveryReport> report = Optional.empty();

    private MessageParts() {}

    static MessageParts of(MimeMessage message) {
        MessageParts found = new MessageParts();
        found.walk(message, 0);
        return found;
    }

    @Nullable
    String reportType() {
        return reportType;
    }

    Optional<DeliveryReport> report() {
        return report;
    }

    /** Message-ID field of the message a report returns. */
    @Nullable
    String returnedMessageId() {
        return returnedMessageId;
    }

    /** The plain text, or the HTML turned into text where there is no other. */
    String text() {
        if (plain != null) {
            return plain;
        }
        return html == null ? "" : Jsoup.parse(html).wholeText();
    }

    private void walk(Part part, int depth) {
        if (depth > MAX_DEPTH || ++parts > MAX_PARTS) {
            return;
        }
        try {
            visit(part, type(part), depth);
        } catch (MessagingException | IOException e) {
            // A broken part hides itself, not its neighbours.
            return;
        }
    }

    private void visit(Part part, String type, int depth) throws MessagingException, IOException {
        if (type.startsWith("multipart/")) {
            if (type.equals("multipart/report") && depth == 0) {
                reportType = parameter(part, "report-type");
            }
            Multipart children = multipart(part);
            for (int i = 0; i < children.getCount(); i++) {
                BodyPart child = children.getBodyPart(i);
                walk(child, depth + 1);
            }
        } else if (type.equals("message/delivery-status") && report.isEmpty()) {
            report = DeliveryReports.parse(content(part));
        } else if (type.equals("message/rfc822") || type.equals("text/rfc822-headers")) {
            if (reportType != null && returnedMessageId == null) {
                returnedMessageId = field(content(part), "message-id");
            }
        } else if (Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
            return;
        } else if (type.equals("text/plain") && plain == null) {
            plain = content(part);
        } else if (type.equals("text/html") && html == null) {
            html = content(part);
        }
    }

    private static Multipart multipart(Part part) throws MessagingException, IOException {
        return part.getContent() instanceof Multipart multipart ? multipart : new MimeMultipart();
    }

    private static String type(Part part) throws MessagingException {
        String declared = part.getContentType();
        return declared == null
                ? "text/plain"
                : declared.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    private static @Nullable String parameter(Part part, String name) throws MessagingException {
        String value = new ContentType(part.getContentType()).getParameter(name);
        return value == null ? null : value.toLowerCase(Locale.ROOT);
    }

    private static String content(Part part) throws MessagingException, IOException {
        try (InputStream in = part.getInputStream()) {
            return new String(in.readNBytes(MAX_PART_BYTES), charset(part));
        }
    }

    private static Charset charset(Part part) {
        try {
            String name = new ContentType(part.getContentType()).getParameter("charset");
            return name == null
                    ? StandardCharsets.UTF_8
                    : Charset.forName(jakarta.mail.internet.MimeUtility.javaCharset(name));
        } catch (MessagingException | IllegalCharsetNameException | UnsupportedCharsetException e) {
            return StandardCharsets.UTF_8;
        }
    }

    private static @Nullable String field(String headers, String name) {
        for (String line :
                headers.replace("\r\n", "\n").replaceAll("\n[ \t]+", " ").split("\n")) {
            if (line.isEmpty()) {
                return null;
            }
            if (line.toLowerCase(Locale.ROOT).startsWith(name + ":")) {
                return line.substring(name.length() + 1);
            }
        }
        return null;
    }
}
