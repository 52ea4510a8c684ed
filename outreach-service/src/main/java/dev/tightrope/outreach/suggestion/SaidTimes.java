package dev.tightrope.outreach.suggestion;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the day somebody names for coming back, in any language there are words of. */
final class SaidTimes {
    private static final Pattern ISO = Words.whole("(20\\d\\d)-(\\d\\d)-(\\d\\d)");

    private final LocalDate today;
    private final ZonedDateTime at;

    SaidTimes(ZonedDateTime at) {
        this.at = at;
        this.today = at.toLocalDate();
    }

    /** The first day named. */
    Optional<LocalDate> find(String text) {
        Optional<LocalDate> iso = iso(text);
        return iso.isPresent()
                ? iso
                : Words.ALL.stream()
                        .flatMap(words -> words.times().find(text, today).stream())
                        .min(Comparator.comparingInt(TimesOfLanguage.Named::at))
                        .map(TimesOfLanguage.Named::day);
    }

    /** Whether a day is so near that to call then is to go on, not to wait. */
    boolean near(LocalDate day) {
        return day.isBefore(today.plusDays(14));
    }

    /** The beginning of that day, or of the Monday after it: silence until then ends on its morning, not on the next one. */
    Instant workingDay(LocalDate day) {
        LocalDate working = day;
        while (working.getDayOfWeek() == DayOfWeek.SATURDAY || working.getDayOfWeek() == DayOfWeek.SUNDAY) {
            working = working.plusDays(1);
        }
        return working.atStartOfDay(at.getZone()).toInstant();
    }

    boolean future(LocalDate day) {
        return day.isAfter(today);
    }

    private Optional<LocalDate> iso(String text) {
        Matcher found = ISO.matcher(text);
        if (found.find()) {
            try {
                return Optional.of(LocalDate.parse(found.group())).filter(this::future);
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }
}
