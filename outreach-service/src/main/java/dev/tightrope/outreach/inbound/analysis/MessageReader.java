package dev.tightrope.outreach.inbound.analysis;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MailDateFormat;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.UnsupportedEncodingException;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the bytes of a message (RFC 5322, MIME). What cannot be read is left out; nothing is thrown. */
public final class MessageReader {
    /** Longest text kept of a message, in characters. */
    public static final int MAX_TEXT = 20_000;

    private static final Pattern MESSAGE_ID = Pattern.compile("<[^<>\\s]{1,900}>");
    private static final List<String> RECIPIENT_FIELDS =
            List.of("To", "Cc", "Delivered-To", "X-Original-To", "X-Forwarded-To", "X-Forwarded-For", "Envelope-To");
    private static final Session SESSION = Session.getInstance(lenient());

    private MessageReader() {}

    private static Properties lenient() {
        Properties properties = new Properties();
        properties.setProperty("mail.mime.address.strict", "false");
        properties.setProperty("mail.mime.allowutf8", "true");
        return properties;
    }

    /** Reads a message. */
    public static InboundMail read(byte[] message) {
        MimeMessage mime = parse(message);
        MessageParts parts = MessageParts.of(mime);
        Party from = parties(mime, "From").stream().findFirst().orElse(null);
        KindOfMessage.Verdict verdict =
                KindOfMessage.of(name -> header(mime, name), parts.reportType(), parts.report(), from);
        return new InboundMail(
                messageIds(header(mime, "Message-ID")).stream().findFirst().orElse(null),
                from,
                recipients(mime),
                decoded(header(mime, "Subject")),
                date(header(mime, "Date")),
                references(mime, parts),
                verdict.kind(),
                parts.report(),
                QuotedText.newTextOf(parts.text().replace("\u0000", "")),
                List.of(verdict.evidence()));
    }

    private static MimeMessage parse(byte[] message) {
        try {
            return new MimeMessage(SESSION, new ByteArrayInputStream(message));
        } catch (MessagingException e) {
            // Only thrown when the header section ends in the middle; an empty message says as much.
            return new MimeMessage(SESSION);
        }
    }

    private static List<String> references(MimeMessage mime, MessageParts parts) {
        Set<String> ids = new LinkedHashSet<>(messageIds(header(mime, "In-Reply-To")));
        List<String> references = new ArrayList<>(messageIds(header(mime, "References")));
        Collections.reverse(references);
        ids.addAll(references);
        ids.addAll(messageIds(parts.returnedMessageId()));
        return List.copyOf(ids);
    }

    static List<String> messageIds(@Nullable String field) {
        List<String> ids = new ArrayList<>();
        if (field != null) {
            Matcher matcher = MESSAGE_ID.matcher(field);
            while (matcher.find()) {
                ids.add(matcher.group());
            }
        }
        return ids;
    }

    private static List<String> recipients(MimeMessage mime) {
        Set<String> addresses = new LinkedHashSet<>();
        for (String field : RECIPIENT_FIELDS) {
            for (Party party : parties(mime, field)) {
                if (party.address() != null) {
                    addresses.add(party.address());
                }
            }
        }
        return List.copyOf(addresses);
    }

    private static List<Party> parties(Message mime, String field) {
        List<Party> parties = new ArrayList<>();
        for (String value : headers(mime, field)) {
            try {
                for (InternetAddress address : InternetAddress.parseHeader(value, false)) {
                    if (address.getAddress() != null && address.getAddress().contains("@")) {
                        parties.add(new Party(
                                decoded(address.getPersonal()),
                                address.getAddress().toLowerCase(Locale.ROOT)));
                    }
                }
            } catch (AddressException e) {
                Matcher bare = Pattern.compile("[^\\s<>\",;:]{1,200}@[^\\s<>\",;:]{1,250}")
                        .matcher(value);
                while (bare.find()) {
                    parties.add(new Party(null, bare.group().toLowerCase(Locale.ROOT)));
                }
            }
        }
        return parties;
    }

    private static List<String> headers(Message mime, String field) {
        try {
            String[] values = mime.getHeader(field);
            return values == null
                    ? List.of()
                    // No database text can hold a NUL, and no header field may.
                    : Arrays.stream(values)
                            .map(value -> value.replace("\u0000", ""))
                            .toList();
        } catch (MessagingException e) {
            return List.of();
        }
    }

    private static @Nullable String header(Message mime, String field) {
        return headers(mime, field).stream()
                .findFirst()
                .map(MimeUtility::unfold)
                .orElse(null);
    }

    private static @Nullable String decoded(@Nullable String value) {
        if (value == null) {
            return null;
        }
        try {
            return MimeUtility.decodeText(value).replaceAll("\\p{Cntrl}+", " ").strip();
        } catch (UnsupportedEncodingException e) {
            return value.replaceAll("\\p{Cntrl}+", " ").strip();
        }
    }

    private static @Nullable Instant date(@Nullable String value) {
        if (value == null) {
            return null;
        }
        try {
            return Optional.ofNullable(new MailDateFormat().parse(value))
                    .map(java.util.Date::toInstant)
                    .orElse(null);
        } catch (ParseException e) {
            return null;
        }
    }
}
