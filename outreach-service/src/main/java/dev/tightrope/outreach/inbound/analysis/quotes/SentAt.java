package dev.tightrope.outreach.inbound.analysis.quotes;

import dev.tightrope.outreach.inbound.analysis.quotes.DateText.Number;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns a date as written into an instant, where it says its zone and leaves no doubt which number is the month. A wrong
 * time is worse than none, so all else is left as written.
 */
final class SentAt {
    private static final Map<String, Integer> MONTHS = months();
    private static final Map<String, Integer> ZONE_HOURS = Map.ofEntries(
            Map.entry("gmt", 0),
            Map.entry("utc", 0),
            Map.entry("z", 0),
            Map.entry("cet", 1),
            Map.entry("mez", 1),
            Map.entry("cest", 2),
            Map.entry("mesz", 2),
            Map.entry("eet", 2),
            Map.entry("eest", 3),
            Map.entry("est", -5),
            Map.entry("edt", -4),
            Map.entry("cst", -6),
            Map.entry("cdt", -5),
            Map.entry("mst", -7),
            Map.entry("mdt", -6),
            Map.entry("pst", -8),
            Map.entry("pdt", -7));

    private SentAt() {}

    static @Nullable Instant of(@Nullable String written) {
        if (written == null || written.length() > 100) {
            return null;
        }
        List<Number> numbers = DateText.numbers(written);
        int hour = hour(written, numbers);
        LocalDate day = hour < 0 ? null : day(written, numbers, hour);
        if (day == null) {
            return null;
        }
        try {
            Number minute = numbers.get(hour + 1);
            boolean seconds = hour + 2 < numbers.size() && isSeconds(written, minute, numbers.get(hour + 2));
            Number last = seconds ? numbers.get(hour + 2) : minute;
            ZoneOffset zone = zone(written.substring(last.end()));
            return zone == null
                    ? null
                    : LocalDateTime.of(
                                    day,
                                    LocalTime.of(
                                            clockHour(numbers.get(hour).value(), written),
                                            minute.value(),
                                            seconds ? Math.min(last.value(), 59) : 0))
                            .toInstant(zone);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static int hour(String text, List<Number> numbers) {
        for (int i = 0; i + 1 < numbers.size(); i++) {
            Number number = numbers.get(i);
            String between = text.substring(number.end(), numbers.get(i + 1).begin());
            boolean ofDate = between.equals(".") && i > 0 && text.charAt(number.begin() - 1) == '.';
            if (!ofDate && DateText.isTime(number, between, numbers.get(i + 1))) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isSeconds(String text, Number minute, Number next) {
        String between = text.substring(minute.end(), next.begin());
        return next.digits() == 2 && (between.equals(":") || between.equals("."));
    }

    private static int clockHour(int hour, String text) {
        String lower = text.toLowerCase(Locale.ROOT).replace(".", "");
        if (hour < 12 && lower.contains(" pm")) {
            return hour + 12;
        }
        return hour == 12 && lower.contains(" am") ? 0 : hour;
    }

    /** A day and a year with a month's name, or year, month and day in this order. */
    private static @Nullable LocalDate day(String text, List<Number> numbers, int hour) {
        int year = -1;
        for (int i = 0; i < numbers.size() && year < 0; i++) {
            year = DateText.isYear(numbers.get(i))
                            && numbers.get(i).value() >= 1970
                            && numbers.get(i).value() <= 2100
                    ? i
                    : -1;
        }
        Integer month = month(text);
        if (year < 0 || numbers.size() < 3) {
            return null;
        }
        try {
            if (month == null) {
                boolean isoOrder =
                        year + 2 < numbers.size() && numbers.get(year).begin() == 0 && year + 2 < hour + 1;
                return isoOrder
                        ? LocalDate.of(
                                numbers.get(year).value(),
                                numbers.get(year + 1).value(),
                                numbers.get(year + 2).value())
                        : null;
            }
            for (int i = 0; i < numbers.size(); i++) {
                boolean ofTime = i >= hour && i <= hour + 2;
                if (i != year && !ofTime && numbers.get(i).digits() <= 2) {
                    return LocalDate.of(
                            numbers.get(year).value(), month, numbers.get(i).value());
                }
            }
            return null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable Integer month(String text) {
        for (String word : text.toLowerCase(Locale.ROOT).split("[\\s,.\\-/\\d]+")) {
            Integer month = MONTHS.get(word);
            if (month != null) {
                return month;
            }
        }
        return null;
    }

    /** {@code +0100}, {@code GMT+1}, {@code CET}; null where none is said. */
    private static @Nullable ZoneOffset zone(String rest) {
        int sign = Math.max(rest.indexOf('+'), rest.indexOf('-'));
        List<Number> numbers = sign < 0 ? List.of() : DateText.numbers(rest.substring(sign));
        if (!numbers.isEmpty() && numbers.get(0).begin() == 1) {
            Number first = numbers.get(0);
            boolean joined = first.digits() == 4;
            int hours = joined ? first.value() / 100 : first.value();
            boolean colon = !joined && numbers.size() > 1 && rest.startsWith(":", sign + first.end());
            int minutes = joined ? first.value() % 100 : colon ? numbers.get(1).value() : 0;
            int direction = rest.charAt(sign) == '-' ? -1 : 1;
            return hours > 14 ? null : ZoneOffset.ofHoursMinutes(direction * hours, direction * minutes);
        }
        for (String word : rest.toLowerCase(Locale.ROOT).split("[\\s()]+")) {
            Integer hours = ZONE_HOURS.get(word);
            if (hours != null) {
                return ZoneOffset.ofHours(hours);
            }
        }
        return null;
    }

    private static Map<String, Integer> months() {
        Map<String, Integer> months = new HashMap<>();
        for (String language : Lexicon.languages()) {
            Locale locale = Locale.forLanguageTag(language);
            for (Month month : Month.values()) {
                for (TextStyle style : new TextStyle[] {
                    TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT, TextStyle.SHORT_STANDALONE
                }) {
                    String name = month.getDisplayName(style, locale)
                            .toLowerCase(locale)
                            .replace(".", "");
                    if (name.chars().allMatch(Character::isLetter)) {
                        // A word that means two months in two languages means none: its number stays 0.
                        months.merge(name, month.getValue(), (one, other) -> one.equals(other) ? one : 0);
                    }
                }
            }
        }
        months.values().removeIf(number -> number == 0);
        return Map.copyOf(months);
    }
}
