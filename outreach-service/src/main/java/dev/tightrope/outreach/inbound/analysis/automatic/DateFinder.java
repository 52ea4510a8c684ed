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
            "(?iU)\\b(\\p{L}{3,9})\\.?\\s{1,3}(\\d{1,2})(?:st|nd|rd|th)?\\b(?![:.]\\d)(?:,?\\s{1,3}(\\d{4}))?");
    private static final Pattern WEEK = Pattern.compile(
            "(?iU)\\b(?:week|vecka|v\\.|uke|uge|kw|woche|viikko|viikolla|semaine|semana|settimana|tydzień|tygodniu)\\s{0,2}(\\d{1,2})(?:\\s?[-–]\\s?(\\d{1,2}))?\\b");
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
        finder.each(MONTH_DAY, text, m -> finder.named(m.group(3), m.group(1), m.group(2)));
        finder.each(FIGURES, text, finder::figures);
        finder.weeks(text);
        finder.weekdays(text);
        finder.found.sort(Comparator.comparingInt(NamedDate::start));
        return finder.found;
    }

    private interface Reading {
        @Nullable
        LocalDate of(Matcher matcher);
    }

    private void each(Pattern pattern, String text, Reading reading) {
        Matcher matcher = pattern.matcher(text);
        while (found.size() < MOST && matcher.find()) {
            if (free(matcher.start(), matcher.end())) {
                LocalDate date = reading.of(matcher);
                if (date != null) {
                    found.add(new NamedDate(date, matcher.start(), matcher.end(), Kind.DAY));
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

    private @Nullable LocalDate figures(Matcher m) {
        String year = m.group(4);
        boolean slash = m.group(2).equals("/");
        int first = Integer.parseInt(m.group(1));
        int second = Integer.parseInt(m.group(3));
        if (year == null && m.group(2).equals("-")) {
            return null;
        }
        boolean american = second > 12 || (slash && monthFirst && first <= 12);
        String full = year != null && year.length() == 2 ? "20" + year : year;
        return american ? date(full, m.group(1), m.group(3)) : date(full, m.group(3), m.group(1));
    }

    private void weeks(String text) {
        Matcher matcher = WEEK.matcher(text);
        while (found.size() < MOST && matcher.find()) {
            boolean several = matcher.group(2) != null;
            int week = Integer.parseInt(several ? matcher.group(2) : matcher.group(1));
            if (week >= 1 && week <= 53 && free(matcher.start(), matcher.end())) {
                LocalDate monday = today.with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, Math.min(week, 52))
                        .with(DayOfWeek.MONDAY);
                LocalDate coming = monday.isBefore(today.minusDays(7)) ? monday.plusWeeks(52) : monday;
                found.add(new NamedDate(coming, matcher.start(), matcher.end(), several ? Kind.WEEKS : Kind.WEEK));
            }
        }
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
