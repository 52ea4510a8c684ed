package dev.tightrope.outreach.suggestion;

import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The ways one language names a time to come back. */
final class TimesOfLanguage {
    private static final int FIRST_DAYS_BACK = 7;

    private final List<String> months;
    private final List<String> numbers;
    private final List<Way> ways = new ArrayList<>();

    TimesOfLanguage(Words words) {
        months = words.lines("MONTHS");
        numbers = words.lines("NUMBERS");
        String month = String.join("|", months);
        String year = "(?:,? (?:de |del )?(20\\d\\d))?";
        way(
                "([0-3]?\\d)(?:st|nd|rd|th|:e|:a|er|\\.)? ?(?:of |de )?(" + month + ")" + year,
                (found, today) -> onDay(found.group(1), found.group(2), found.group(3), today));
        way(
                "(" + month + ") ([0-3]?\\d)(?:st|nd|rd|th)?" + year,
                (found, today) -> onDay(found.group(2), found.group(1), found.group(3), today));
        way(
                part(words, "AFTER", month, year),
                (found, today) -> inMonth(found, today).map(first -> first.plusMonths(1)));
        way(
                part(words, "MID", month, year),
                (found, today) -> inMonth(found, today).map(first -> first.plusDays(14)));
        way(
                part(words, "END", month, year),
                (found, today) -> inMonth(found, today).map(first -> first.plusDays(24)));
        way(part(words, "IN", month, year), this::inMonth);
        quarters(words);
        way(counted(words, "IN_WEEKS"), (found, today) -> number(found).map(today::plusWeeks));
        way(counted(words, "IN_MONTHS"), (found, today) -> number(found).map(today::plusMonths));
        way(words, "HALF_A_YEAR", today -> today.plusMonths(6));
        way(words, "NEXT_WEEK", today -> today.plusDays(8 - today.getDayOfWeek().getValue()));
        way(words, "NEXT_MONTH", today -> today.plusMonths(1).withDayOfMonth(1));
        way(
                words,
                "NEXT_QUARTER",
                today -> today.plusMonths(3 - (today.getMonthValue() - 1) % 3).withDayOfMonth(1));
        way(words, "NEXT_YEAR", today -> LocalDate.of(today.getYear() + 1, 1, FIRST_DAYS_BACK));
        way(words, "NEW_YEAR", today -> next(today, Month.JANUARY, FIRST_DAYS_BACK));
        way(words, "SUMMER_OVER", today -> next(today, Month.SEPTEMBER, 1));
        way(words, "HOLIDAYS_OVER", TimesOfLanguage::afterHolidays);
        way(words, "SPRING", today -> next(today, Month.MARCH, 20));
        way(words, "AUTUMN", today -> next(today, Month.SEPTEMBER, 15));
    }

    /** The first day named in a text, and where. */
    Optional<Named> find(String text, LocalDate today) {
        Named first = null;
        for (Way way : ways) {
            Matcher found = way.pattern().matcher(text);
            while (found.find() && (first == null || found.start() < first.at())) {
                LocalDate day = way.day().apply(found, today).orElse(null);
                if (day != null && day.isAfter(today) && day.isBefore(today.plusYears(2))) {
                    first = new Named(day, found.start());
                }
            }
        }
        return Optional.ofNullable(first);
    }

    /**
     * A day somebody named.
     *
     * @param at where in the text
     */
    record Named(LocalDate day, int at) {}

    private record Way(Pattern pattern, BiFunction<MatchResult, LocalDate, Optional<LocalDate>> day) {}

    private void way(String expression, BiFunction<MatchResult, LocalDate, Optional<LocalDate>> day) {
        ways.add(new Way(Words.whole(expression), day));
    }

    private void way(Words words, String section, UnaryOperator<LocalDate> day) {
        way(String.join("|", words.lines(section)), (found, today) -> Optional.of(day.apply(today)));
    }

    private void quarters(Words words) {
        List<String> quarters = words.lines("QUARTERS");
        for (int number = 0; number < quarters.size(); number++) {
            Month begins = Month.of(1 + 3 * number);
            way(
                    "(?:" + quarters.get(number) + ")(?:,? (?:de |del |i )?(20\\d\\d))?",
                    (found, today) -> Optional.of(
                            found.group(1) == null
                                    ? next(today, begins, 1)
                                    : LocalDate.of(Integer.parseInt(found.group(1)), begins, 1)));
        }
    }

    private static String part(Words words, String section, String month, String year) {
        return "(?:" + String.join("|", words.lines(section)) + ")[ -]?(?:de |of |von |the month of )?(" + month + ")"
                + year;
    }

    private String counted(Words words, String section) {
        String any = "(\\d{1,2}|" + String.join("|", numbers) + ")";
        return String.join("|", words.lines(section)).replace("%N%", any);
    }

    private Optional<LocalDate> onDay(String day, String month, @Nullable String year, LocalDate today) {
        return month(month).flatMap(found -> {
            int number = Integer.parseInt(day);
            if (number < 1 || number > found.maxLength()) {
                return Optional.empty();
            }
            return Optional.of(year == null ? next(today, found, number) : safe(Integer.parseInt(year), found, number));
        });
    }

    private Optional<LocalDate> inMonth(MatchResult found, LocalDate today) {
        String year = found.group(2);
        return month(found.group(1)).map(month -> {
            int day = month == Month.JANUARY ? FIRST_DAYS_BACK : 1;
            return year == null ? next(today, month, day) : LocalDate.of(Integer.parseInt(year), month, day);
        });
    }

    private Optional<Month> month(String written) {
        for (int number = 0; number < months.size(); number++) {
            if (Words.whole(months.get(number)).matcher(written).matches()) {
                return Optional.of(Month.of(number + 1));
            }
        }
        return Optional.empty();
    }

    private Optional<Integer> number(MatchResult found) {
        for (int group = 1; group <= found.groupCount(); group++) {
            String written = found.group(group);
            if (written != null) {
                return Optional.of(numberOf(written));
            }
        }
        return Optional.empty();
    }

    private int numberOf(String written) {
        if (Character.isDigit(written.charAt(0))) {
            return Integer.parseInt(written);
        }
        for (int number = 0; number < numbers.size(); number++) {
            if (Words.whole(numbers.get(number)).matcher(written).matches()) {
                return number + 1;
            }
        }
        return 1;
    }

    private static LocalDate afterHolidays(LocalDate today) {
        return today.getMonthValue() >= 5 && today.getMonthValue() <= 8
                ? next(today, Month.SEPTEMBER, 1)
                : today.getMonthValue() >= 11 ? next(today, Month.JANUARY, FIRST_DAYS_BACK) : today.plusWeeks(3);
    }

    private static LocalDate next(LocalDate today, Month month, int day) {
        LocalDate thisYear = safe(today.getYear(), month, day);
        return thisYear.isAfter(today) ? thisYear : safe(today.getYear() + 1, month, day);
    }

    private static LocalDate safe(int year, Month month, int day) {
        return LocalDate.of(year, month, Math.min(day, month.length(Year.isLeap(year))));
    }
}
