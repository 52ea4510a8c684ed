package dev.tightrope.voicemail.speech;

import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Times of day, as people say them: "two thirty pm", "klockan fjorton trettio", "quatorze heures trente". */
final class Times {
    private static final int NOON = 12;
    private static final int LAST = 24;
    /** The end of a span written like its beginning: 08.00–17.30. */
    private static final String UNTIL = "(?:[-–](?<toHour>[01]?\\d|2[0-4])[.:](?<toMinute>[0-5]\\d))?";

    private static final String CLOCK = "(?<hour>[01]?\\d|2[0-4])(?::(?<minute>[0-5]\\d))";

    private final SpeechLanguage language;

    private Times(SpeechLanguage language) {
        this.language = language;
    }

    static Stream<Rule> rules(SpeechLanguage language) {
        Times times = new Times(language);
        return Stream.of(
                Rule.of(language.word("time.pattern") + UNTIL + Rule.END, times::said),
                Rule.of(CLOCK + UNTIL + language.word("time.unit") + Rule.END, times::said),
                Rule.of("24/7" + Rule.END, found -> language.word("always")));
    }

    private @Nullable String said(Found found) {
        String from = said(found.matcher().group(), found.group("hour"), found.group("minute"));
        if (from == null || !found.has("toHour")) {
            return from;
        }
        String to = said("", found.group("toHour"), found.group("toMinute"));
        return to == null
                ? null
                : from + " " + language.word("to") + " "
                        + to.replace(language.spaced("time.once"), "").strip();
    }

    private @Nullable String said(String written, String hours, String minutes) {
        int hour = Integer.parseInt(hours);
        int minute = minutes.isEmpty() ? 0 : Integer.parseInt(minutes);
        // Midnight at a day's end has no name on a dial, and one o'clock agrees with its article: "a la una".
        if (hour == LAST || hour == 1 && language.is("time.oneStays")) {
            return null;
        }
        return language.is("time.twelveHours") ? inTwelveHours(written, hour, minute) : inHours(hour, minute);
    }

    private String inHours(int hour, int minute) {
        Map<String, String> places = Map.of(
                "hour", language.numbers().before(language.forms("time.hours").get(0), BigDecimal.valueOf(hour)),
                "hours", language.counted(BigDecimal.valueOf(hour), language.forms("time.hours")),
                "minute", minute(minute));
        return language.filled(minute == 0 ? "time.full" : "time", places);
    }

    private String inTwelveHours(String written, int hour, int minute) {
        String half = half(written, hour);
        int onTheDial = hour % NOON == 0 ? NOON : hour % NOON;
        Map<String, String> places =
                Map.of("hour", language.numbers().count(onTheDial), "minute", minute(minute), "half", half);
        return language.filled(minute == 0 ? half.isEmpty() ? "time.full" : "time.half" : "time", places);
    }

    /** As it is written, or as the hour tells: 14:30 can only be after noon, and 08:30 is written for the morning. */
    private static String half(String written, int hour) {
        if (written.matches("(?i).*[ap]\\.?m\\.?")) {
            return written.matches("(?i).*p\\.?m\\.?") ? "pm" : "am";
        }
        return hour > NOON ? "pm" : written.startsWith("0") ? "am" : "";
    }

    private String minute(int minute) {
        String zero = minute < 10 ? language.word("time.zero") + " " : "";
        return zero + language.numbers().count(minute);
    }
}
