package dev.tightrope.outreach.inbound.analysis.quotes;

import java.util.ArrayList;
import java.util.List;

/** Tells a date from other text by its numbers alone, in whatever language its words are. */
final class DateText {
    private static final int MAX_VALUE = 90;

    private DateText() {}

    /** A run of digits. */
    record Number(int begin, int end, int value) {
        int digits() {
            return end - begin;
        }
    }

    /** Whether a field's whole value is a date. */
    static boolean isDate(String value) {
        return value.length() <= MAX_VALUE && value.indexOf('@') < 0 && holdsDate(value);
    }

    /** Whether text holds a year with a day or a time, or a day and a time. */
    static boolean holdsDate(String text) {
        List<Number> numbers = numbers(text);
        boolean year = false;
        boolean time = false;
        boolean joined = false;
        for (int i = 0; i < numbers.size(); i++) {
            Number number = numbers.get(i);
            year |= isYear(number);
            if (i + 1 < numbers.size()) {
                Number next = numbers.get(i + 1);
                String between = text.substring(number.end(), next.begin());
                time |= isTime(number, between, next);
                joined |= between.length() <= 2
                        && !between.isEmpty()
                        && "./-年月".indexOf(between.charAt(0)) >= 0
                        && number.digits() <= 4
                        && next.digits() <= 4;
            }
        }
        if (text.startsWith("+") || numbers.size() < 2) {
            return false;
        }
        boolean words = letters(text) >= 3;
        return year
                ? time || joined || words
                : time ? numbers.size() >= 3 && (joined || words) : isShortDate(text, numbers);
    }

    /** {@code 23/06/24}. */
    private static boolean isShortDate(String text, List<Number> numbers) {
        for (int i = 0; i + 2 < numbers.size(); i++) {
            String one = text.substring(numbers.get(i).end(), numbers.get(i + 1).begin());
            String two =
                    text.substring(numbers.get(i + 1).end(), numbers.get(i + 2).begin());
            if (one.equals(two)
                    && one.length() == 1
                    && "./-".contains(one)
                    && numbers.get(i).digits() <= 2
                    && numbers.get(i + 1).digits() <= 2
                    && numbers.get(i + 2).digits() == 2) {
                return true;
            }
        }
        return false;
    }

    /** Years of the common, the Buddhist and the Persian and Islamic calendars in which mail was sent. */
    static boolean isYear(Number number) {
        int value = number.value();
        return number.digits() == 4
                && ((value >= 1970 && value <= 2100)
                        || (value >= 2513 && value <= 2643)
                        || (value >= 1348 && value <= 1500));
    }

    static boolean isTime(Number hour, String between, Number minute) {
        return hour.value() <= 24
                && hour.digits() <= 2
                && minute.digits() == 2
                && minute.value() < 60
                && (between.equals(":")
                        || between.equals(".")
                        || between.equals("h")
                        || between.equals("：")
                        || between.equals("时")
                        || between.equals("時"));
    }

    static List<Number> numbers(String text) {
        List<Number> numbers = new ArrayList<>();
        int i = 0;
        while (i < text.length() && numbers.size() < 20) {
            if (!Character.isDigit(text.charAt(i))) {
                i++;
                continue;
            }
            int begin = i;
            int value = 0;
            while (i < text.length() && Character.isDigit(text.charAt(i))) {
                value = Math.min(value * 10 + Character.digit(text.charAt(i), 10), 99_999_999);
                i++;
            }
            numbers.add(new Number(begin, i, value));
        }
        return numbers;
    }

    private static int letters(String text) {
        return (int) text.chars().filter(Character::isLetter).limit(3).count();
    }
}
