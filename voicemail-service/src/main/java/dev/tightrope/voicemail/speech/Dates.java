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

/** Dates. A date in figures is read in the order of the language: 2/3/2026 is the second of March, in the USA the third of February. */
final class Dates {
    private static final String YEAR = Years.PATTERN;
    private static final int THIS_CENTURY = 2000;

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
        String suffix = "(?:st|nd|rd|th|er|:e|:a|\\.|º)?";
        String from = "(?:(?<from>[0-3]?\\d)" + suffix + "(?: ?[-–] ?| " + language.word("date.toWritten") + " ))?";
        String day = from + "(?<day>[0-3]?\\d)" + suffix;
        String year = "(?:,? (?:del? )?" + YEAR + ")?";
        return Stream.of(
                Rule.of(YEAR + "-(?<month>\\d\\d)-(?<day>\\d\\d)" + Rule.END, this::inFigures),
                Rule.of(
                        "(?<first>\\d{1,2})(?<sign>[./-])(?<second>\\d{1,2})\\k<sign>(?<year>\\d{4}|\\d\\d)" + Rule.END,
                        this::inTheOrderOfTheLanguage),
                Rule.of(day + " ?(?:of |de )?" + month + year + Rule.END, this::named),
                Rule.of(month + " " + day + year + Rule.END, this::monthFirst),
                Rule.of(
                        "(?<day>[0-3]?\\d)\\.(?<month>[01]?\\d)(?:\\.(?=[ ,;:)!?])|(?=\\.$))(?! ?\\p{N})",
                        this::withPoints),
                Rule.of(YEAR + Rule.END, new Years(language, months.keySet())::said));
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

    /** "Am 3.5." is a date where figures have commas. */
    private @Nullable String withPoints(Found found) {
        int month = Integer.parseInt(found.group("month"));
        int day = Integer.parseInt(found.group("day"));
        boolean date = language.is("date.points") && month >= 1 && month <= 12 && day >= 1 && day <= 31;
        return date ? said(found, "date.article.named", month, day) : null;
    }

    private @Nullable String named(Found found) {
        int day = Integer.parseInt(found.group("day"));
        int from = found.has("from") ? Integer.parseInt(found.group("from")) : 0;
        int month = Objects.requireNonNull(months.get(found.group("month")));
        if (day < 1
                || day > Month.of(month).maxLength()
                || from >= day
                || found.group("from").matches("00?")) {
            return null;
        }
        String date = from == 0
                ? said(found, "date.article.named", month, day)
                : said(found, "date.article.range", month, fromTo(from, day, found.wordBefore()));
        return date + (found.has("year") ? withYear(Integer.parseInt(found.group("year"))) : "");
    }

    private String fromTo(int from, int to, String wordBefore) {
        return day(from, wordBefore) + language.spaced("date.to") + day(to, wordBefore);
    }

    /** "March 3" is a date, but not the one in "in May 11 plants stood still". */
    private @Nullable String monthFirst(Found found) {
        return found.has("year") || found.wordAfter() == null ? named(found) : null;
    }

    private String said(Found found, String article, int month, int day) {
        return said(found, article, month, day(day, found.wordBefore()));
    }

    private String said(Found found, String article, int month, String day) {
        String before = found.wordBefore();
        boolean hasArticle = language.isOneOf("date.articles", before);
        Map<String, String> places = Map.of(
                "article",
                hasArticle ? "" : language.word(article),
                "day",
                day,
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
        return language.spaced("date.yearJoint") + language.numbers().year(year);
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
