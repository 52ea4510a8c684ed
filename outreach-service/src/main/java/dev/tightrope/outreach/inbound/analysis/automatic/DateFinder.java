package dev.tightrope.outreach.inbound.analysis.automatic;

import dev.tightrope.outreach.inbound.analysis.automatic.NamedDate.Kind;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the dates a text names, in figures or words, and completes them from the day it was written. */
final class DateFinder {
    private static final int MOST = 60;
    private static final Pattern ISO = Pattern.compile("(?<!\\d)(20\\d\\d)[-/.](\\d{1,2})[-/.](\\d{1,2})(?!\\d)");
    private static final Pattern FIGURES = Pattern.compile(
            "(?<![\\d.:/+-])(\\d{1,2})\\s?([./-])\\s?(\\d{1,2})(?:\\s?\\2\\s?(20\\d\\d|\\d\\d)(?![\\d:])|(?!\\s?[./:-]?\\d))");
    /** One date that can only be meant so tells how all are meant. */
    private static final Pattern MONTH_FIRST =
            Pattern.compile("(?<![\\d/])(?:0?[1-9]|1[0-2])/(?:1[3-9]|2\\d|3[01])(?:/|(?!\\d))");

    private static final Pattern DAY_MONTH = Pattern.compile(
            "(?iU)(?<![\\d.:])(\\d{1,2})(?:\\.|st\\b|nd\\b|rd\\b|th\\b|er\\b|:?e\\b|:a\\b|º|°|ª)?\\s{0,3}(?:de |of"
                    + " |van |di |d')?(\\p{L}{3,13})\\.?(?:,?\\s{1,3}(?:de |del )?(\\d{4}))?");
    private static final Pattern MONTH_DAY = Pattern.compile(
            "(?iU)(?:\\b(20\\d\\d)\\.?\\s{1,2})?\\b(\\p{L}{3,10})\\.?\\s{1,3}(\\d{1,2})(?:st|nd|rd|th)?\\b(?![:./]\\d)(?:,?\\s{1,3}(\\d{4}))?");
    private static final Pattern CHINESE_SIGNS =
            Pattern.compile("(?:(20\\d\\d)\\s?[年년]\\s?)?(?<!\\d)(\\d{1,2})\\s?[月월]\\s?(\\d{1,2})\\s?[日号號일]");

    /** "30.11.-4.12.2026": without spaces neither would count as a date. */
    private static final Pattern SPAN = Pattern.compile(
            "(?<![\\d.:/+-])((\\d{1,2})(?:([./])(\\d{1,2})(?:\\3(20\\d\\d|\\d\\d)?)?|\\.))\\s?[-–—]\\s?((\\d{1,2})([./])(\\d{1,2})(?:\\8(20\\d\\d|\\d\\d)?)?)(?![\\d:/-])");

    private static final Pattern MONTH_YEAR =
            Pattern.compile("(?U)(?<!\\d\\.? )\\b(\\p{L}{3,13}) (?:de |del )?(20\\d\\d)\\b");
    private static final Pattern TOMORROW = Pattern.compile(
            "(?U)(?<![\\p{L}-])(?:(?i:tomorrow|i ?morgon|i ?morgen|demain|domani|huomenna|amanhã|jutro|yarın|holnap)|(?<!\\b(?:[Gg]ut|[Gg]ute|[Gg]uten|[Gg]oede|[Gg]od) )morgen|(?<!\\b(?:la|esta) )mañana)(?![\\p{L}-])|明日|明天|내일");
    private static final Pattern DAY_OF_MONTH = Pattern.compile(
            "(?iU)\\b(?:the|den|d\\.|am|dem|zum|le|el|il|de|dia|día|dnia)"
                    + " (?:día )?(?:(\\d{1,2})(?:st|nd|rd|th|:e|:a|er|e|º|-?go)\\b|(\\d{1,2})(?=\\.?\\s*(?:$|[\\n!;)]|\\. \\p{Lu})))");
    private static final Pattern WEEK = Pattern.compile(
            "(?iU)\\b(?:weeks?|veckorna|vecka|v\\.|uke|uge|kw|wochen?|semaines|semanas|settimane|viikko|viikot|viikoilla|viikolla|hafta|semaine|semana|settimana|tydzień|tygodniu)\\s{0,2}(\\d{1,2})(?:\\s?(?:[-–+&]|och|and|und|og|ja|et|y|e|en|i|to|till|til|bis)\\s?(\\d{1,2}))?\\b(?![./]\\d)");
    private static final Pattern WEEKDAY = Pattern.compile("(?iU)(?<![\\p{L}-])(\\p{L}{4,13}(?:-feira)?)(?![\\p{L}-])");

    private final LocalDate today;
    private final boolean monthFirst;
    private final List<NamedDate> found = new ArrayList<>();

    private DateFinder(LocalDate today, boolean monthFirst) {
        this.today = today;
        this.monthFirst = monthFirst;
    }

    /** @param monthFirst how 3/4 is meant, where it can be meant either way */
    static List<NamedDate> find(String text, LocalDate today, boolean monthFirst) {
        DateFinder finder =
                new DateFinder(today, monthFirst || MONTH_FIRST.matcher(text).find());
        finder.each(ISO, text, m -> finder.date(m.group(1), m.group(2), m.group(3)));
        finder.each(DAY_MONTH, text, m -> finder.named(m.group(3), m.group(2), m.group(1)));
        finder.each(
                MONTH_DAY,
                text,
                m -> finder.named(m.group(1) == null ? m.group(4) : m.group(1), m.group(2), m.group(3)));
        finder.each(CHINESE_SIGNS, text, m -> finder.date(m.group(1), m.group(2), m.group(3)));
        finder.spans(text);
        finder.each(FIGURES, text, m -> finder.figures(m.group(1), m.group(2), m.group(3), m.group(4)));
        finder.weeks(text);
        finder.each(Kind.MONTH, MONTH_YEAR, text, m -> finder.named(m.group(2), m.group(1), "1"));
        finder.each(Kind.RELATIVE, TOMORROW, text, m -> today.plusDays(1));
        finder.each(
                Kind.RELATIVE, DAY_OF_MONTH, text, m -> finder.coming(m.group(1) == null ? m.group(2) : m.group(1)));
        finder.weekdays(text);
        finder.found.sort(Comparator.comparingInt(NamedDate::start));
        return finder.found;
    }

    private interface Reading {
        @Nullable
        LocalDate of(Matcher matcher);
    }

    private void each(Pattern pattern, String text, Reading reading) {
        each(Kind.DAY, pattern, text, reading);
    }

    private void each(Kind kind, Pattern pattern, String text, Reading reading) {
        Matcher matcher = pattern.matcher(text);
        while (found.size() < MOST && matcher.find()) {
            if (free(matcher.start(), matcher.end())) {
                LocalDate date = reading.of(matcher);
                if (date != null) {
                    found.add(new NamedDate(date, matcher.start(), matcher.end(), kind));
                }
            }
        }
    }

    private boolean free(int start, int end) {
        return found.stream().noneMatch(other -> start < other.end() && end > other.start());
    }

    private @Nullable LocalDate named(@Nullable String year, String month, String day) {
        Integer number = Months.month(month);
        return number == null ? null : date(year, number.toString(), day);
    }

    private @Nullable LocalDate figures(String one, String mark, String other, @Nullable String year) {
        if (year == null && mark.equals("-")) {
            return null;
        }
        boolean american =
                Integer.parseInt(other) > 12 || (mark.equals("/") && monthFirst && Integer.parseInt(one) <= 12);
        String full = year != null && year.length() == 2 ? "20" + year : year;
        return american ? date(full, one, other) : date(full, other, one);
    }

    /** The first day takes from the last what it does not say itself. */
    private void spans(String text) {
        Matcher m = SPAN.matcher(text);
        while (found.size() < MOST && m.find()) {
            LocalDate last = figures(m.group(7), m.group(8), m.group(9), m.group(10));
            if (last == null || !free(m.start(), m.end())) {
                continue;
            }
            LocalDate first = m.group(4) == null
                    ? date(String.valueOf(last.getYear()), String.valueOf(last.getMonthValue()), m.group(2))
                    : figures(m.group(2), m.group(3), m.group(4), m.group(5));
            if (first != null) {
                found.add(new NamedDate(first, m.start(), m.end(1), Kind.DAY));
                found.add(new NamedDate(last, m.start(6), m.end(6), Kind.DAY));
            }
        }
    }

    /** The next such day of a month. */
    private @Nullable LocalDate coming(String day) {
        int number = Integer.parseInt(day);
        if (number < 1 || number > 31) {
            return null;
        }
        LocalDate month = number < today.getDayOfMonth() ? today.plusMonths(1) : today;
        return number <= month.lengthOfMonth() ? month.withDayOfMonth(number) : null;
    }

    private void weeks(String text) {
        Matcher matcher = WEEK.matcher(text);
        while (found.size() < MOST && matcher.find()) {
            boolean several = matcher.group(2) != null;
            LocalDate first = monday(matcher.group(1));
            LocalDate last = several ? monday(matcher.group(2)) : first;
            if (first != null && last != null && free(matcher.start(), matcher.end())) {
                found.add(new NamedDate(last, first, matcher.start(), matcher.end(), several ? Kind.WEEKS : Kind.WEEK));
            }
        }
    }

    private @Nullable LocalDate monday(String number) {
        int week = Integer.parseInt(number);
        if (week < 1 || week > 53) {
            return null;
        }
        LocalDate monday = today.with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, Math.min(week, 52))
                .with(DayOfWeek.MONDAY);
        return monday.isBefore(today.minusDays(7)) ? monday.plusWeeks(52) : monday;
    }

    /** A day of the week beside a date only repeats it. */
    private void weekdays(String text) {
        Matcher matcher = WEEKDAY.matcher(text);
        List<NamedDate> days = new ArrayList<>();
        while (days.size() < MOST && matcher.find()) {
            Integer day = Months.weekday(matcher.group(1));
            int start = matcher.start();
            int end = matcher.end();
            if (day != null
                    && free(start, end)
                    && found.stream()
                            .noneMatch(date -> (!date.weekday() && date.start() - end < 12 && date.start() >= end)
                                    || (start - date.end() < 4 && start >= date.end()))) {
                days.add(
                        new NamedDate(today.with(TemporalAdjusters.next(DayOfWeek.of(day))), start, end, Kind.WEEKDAY));
            }
        }
        found.addAll(days);
    }

    /** Without a year, the one that makes the date lie ahead, or just behind. */
    private @Nullable LocalDate date(@Nullable String year, String month, String day) {
        try {
            int m = Integer.parseInt(month);
            int d = Integer.parseInt(day);
            if (year != null) {
                return LocalDate.of(Integer.parseInt(year), m, d);
            }
            LocalDate thisYear = LocalDate.of(today.getYear(), m, d);
            return thisYear.isBefore(today.minusDays(60)) ? LocalDate.of(today.getYear() + 1, m, d) : thisYear;
        } catch (DateTimeException | NumberFormatException e) {
            return null;
        }
    }
}
