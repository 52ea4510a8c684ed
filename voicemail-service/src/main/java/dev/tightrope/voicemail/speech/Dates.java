package dev.tightrope.voicemail.speech;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Dates and years. A date in figures is read in the order of the language: 2/3/2026 is the second of March, in the USA the third of February. */
final class Dates {
    private static final String YEAR = "(?<year>(?:1[5-9]|20)\\d\\d)";
    private static final int THIS_CENTURY = 2000;
    private static final int OLDEST_ALONE = 1950;

    private final SpeechLanguage language;
    private final Map<String, Integer> months;

    private Dates(SpeechLanguage language) {
        this.language = language;
        months = months(language.locale());
    }

    static Stream<Rule> rules(SpeechLanguage language) {
        return new Dates(language).all();
    }

    private Stream<Rule> all() {
        String month = "(?<month>"
                + months.keySet().stream()
                        .sorted(Comparator.comparingInt(String::length).reversed())
                        .map(Pattern::quote)
                        .collect(Collectors.joining("|"))
                + ")(?!\\p{L})\\.?";
        String day = "(?<day>[0-3]?\\d)(?:st|nd|rd|th|er|:e|:a|\\.|º)?";
        String year = "(?:,? (?:del? )?" + YEAR + ")?";
        return Stream.of(
                Rule.of(Rule.START + YEAR + "-(?<month>\\d\\d)-(?<day>\\d\\d)" + Rule.END, this::inFigures),
                Rule.of(
                        Rule.START
                                + "(?<first>\\d{1,2})(?<sign>[./-])(?<second>\\d{1,2})\\k<sign>(?<year>\\d{4}|\\d\\d)"
                                + Rule.END,
                        this::inTheOrderOfTheLanguage),
                Rule.of(Rule.START + day + " ?(?:of |de )?" + month + year + Rule.END, this::named),
                Rule.of("(?<!\\p{L})" + month + " " + day + year + Rule.END, this::monthFirst),
                Rule.of(Rule.START + YEAR + Rule.END, this::year));
    }

    private @Nullable String inFigures(Found found) {
        return inFigures(found, Integer.parseInt(found.group("month")), Integer.parseInt(found.group("day")));
    }

    private @Nullable String inTheOrderOfTheLanguage(Found found) {
        int first = Integer.parseInt(found.group("first"));
        int second = Integer.parseInt(found.group("second"));
        // One that is no month in the usual order can only be meant the other way round.
        boolean monthFirst = language.is("date.monthFirst") ? first <= 12 : second > 12;
        return monthFirst ? inFigures(found, first, second) : inFigures(found, second, first);
    }

    private @Nullable String inFigures(Found found, int month, int day) {
        int written = Integer.parseInt(found.group("year"));
        int year = written < 100 ? THIS_CENTURY + written : written;
        try {
            LocalDate.of(year, month, day);
        } catch (DateTimeException e) {
            return null;
        }
        return said(found, "date.article.figures", month, day) + withYear(year);
    }

    private @Nullable String named(Found found) {
        int day = Integer.parseInt(found.group("day"));
        if (day < 1 || day > 31) {
            return null;
        }
        Integer month = Objects.requireNonNull(months.get(found.group("month")));
        return said(found, "date.article.named", month, day)
                + (found.has("year") ? withYear(Integer.parseInt(found.group("year"))) : "");
    }

    /** "March 3" is a date, but not the one in "in May 11 plants stood still". */
    private @Nullable String monthFirst(Found found) {
        return found.has("year") || found.wordAfter() == null ? named(found) : null;
    }

    /** A number of four digits is a year only where it cannot count anything. */
    private @Nullable String year(Found found) {
        String before = found.wordBefore();
        long year = Long.parseLong(found.group("year"));
        boolean introduced = language.isOneOf("year.after", before)
                || months.keySet().stream().anyMatch(month -> month.equalsIgnoreCase(before));
        boolean alone = found.wordAfter() == null && year >= OLDEST_ALONE && year % 100 != 0;
        return introduced || alone ? language.numbers().year(year) : null;
    }

    private String said(Found found, String article, int month, int day) {
        String before = found.wordBefore();
        boolean hasArticle = language.isOneOf("date.articles", before);
        Map<String, String> places = Map.of(
                "article",
                hasArticle ? "" : language.word(article),
                "day",
                day(day, before),
                "month",
                Month.of(month).getDisplayName(TextStyle.FULL, language.locale()));
        return language.filled("date", places);
    }

    private String day(int day, String wordBefore) {
        if (language.is("date.ordinal")) {
            return language.ordinal(day, wordBefore, "rule.date");
        }
        return day == 1 ? language.word("date.first") : language.numbers().count(day);
    }

    private String withYear(int year) {
        return language.word("date.yearJoint").replace('_', ' ')
                + language.numbers().year(year);
    }

    private static Map<String, Integer> months(Locale locale) {
        Map<String, Integer> months = new HashMap<>();
        for (Month month : Month.values()) {
            for (TextStyle style : List.of(TextStyle.FULL, TextStyle.SHORT)) {
                months.put(month.getDisplayName(style, locale).replace(".", ""), month.getValue());
            }
        }
        return months;
    }
}
