package dev.tightrope.outreach.inbound.analysis;

import jakarta.mail.internet.MailDateFormat;
import java.text.ParseException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads Date fields, also such as break RFC 5322 a little. */
final class MailDates {
    private static final Pattern OFFSET = Pattern.compile("([+-])(\\d{2}):?(\\d{2})\\b");

    private MailDates() {}

    static Optional<OffsetDateTime> parse(@Nullable String field) {
        if (field == null || field.isBlank() || field.length() > 200) {
            return Optional.empty();
        }
        try {
            Date date = new MailDateFormat().parse(field.strip());
            return Optional.ofNullable(date).map(at -> at.toInstant().atOffset(offset(field)));
        } catch (ParseException e) {
            return Optional.empty();
        }
    }

    private static ZoneOffset offset(String field) {
        Matcher matcher = OFFSET.matcher(field);
        if (!matcher.find()) {
            return ZoneOffset.UTC;
        }
        int minutes = Integer.parseInt(matcher.group(2)) * 60 + Integer.parseInt(matcher.group(3));
        int seconds = Math.min(minutes, 18 * 60) * 60;
        return ZoneOffset.ofTotalSeconds(matcher.group(1).equals("-") ? -seconds : seconds);
    }
}
