package dev.tightrope.voicemail.speech;

import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.Stream;

/** Times of day, as people say them: "two thirty pm", "klockan fjorton trettio", "quatorze heures trente". */
final class Times {
    private static final int NOON = 12;
    private static final String CLOCK = "(?<hour>[01]?\\d|2[0-4])(?::(?<minute>[0-5]\\d))";

    private final SpeechLanguage language;

    private Times(SpeechLanguage language) {
        this.language = language;
    }

    static Stream<Rule> rules(SpeechLanguage language) {
        Times times = new Times(language);
        return Stream.of(
                Rule.of(Rule.START + language.word("time.pattern") + Rule.END, times::said),
                Rule.of(Rule.START + CLOCK + Rule.END, times::said));
    }

    private String said(Found found) {
        int hour = Integer.parseInt(found.group("hour"));
        int minute = found.group("minute").isEmpty() ? 0 : Integer.parseInt(found.group("minute"));
        return language.is("time.twelveHours") ? inTwelveHours(found, hour, minute) : inHours(hour, minute);
    }

    private String inHours(int hour, int minute) {
        Map<String, String> places = Map.of(
                "hour", language.numbers().before(language.forms("time.hours").get(0), BigDecimal.valueOf(hour)),
                "hours", language.counted(BigDecimal.valueOf(hour), language.forms("time.hours")),
                "minute", minute(minute));
        return language.filled(minute == 0 ? "time.full" : "time", places);
    }

    private String inTwelveHours(Found found, int hour, int minute) {
        String half = half(found.matcher().group(), hour);
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
