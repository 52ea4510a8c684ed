package dev.tightrope.voicemail.speech;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Years. A number of four digits is one only where it can neither count anything nor be one end of a change. */
final class Years {
    static final String PATTERN = "(?<year>(?:1[5-9]|20)\\d\\d)";

    private static final int OLDEST_ALONE = 1950;

    private final SpeechLanguage language;
    private final Set<String> months;
    private final Pattern changeBefore;
    private final Pattern changeAfter;

    Years(SpeechLanguage language, Set<String> months) {
        this.language = language;
        this.months = months;
        String to = "\\s?(?:→|->|[-–]|" + language.word("to") + ")\\s?";
        changeBefore = Pattern.compile("(?<figure>\\d[\\d.,]*)" + to + "$");
        changeAfter = Pattern.compile("^" + to + "(?<figure>\\d[\\d.,]*)(?: (?<counts>\\p{L}+))?");
    }

    @Nullable
    String said(Found found) {
        long year = Long.parseLong(found.group("year"));
        return isYear(found, year) ? language.numbers().year(year) : null;
    }

    private boolean isYear(Found found, long year) {
        String before = found.wordBefore();
        String after = found.wordAfter();
        Matcher earlier = changeBefore.matcher(found.before());
        if (earlier.find()) {
            return countsNothing(after)
                    && isYear(earlier.group("figure"))
                    && Long.parseLong(earlier.group("figure")) < year;
        }
        Matcher later = changeAfter.matcher(found.after());
        if (later.find()) {
            String figure = later.group("figure").replaceAll("[.,]$", "");
            return countsNothing(later.group("counts")) && isYear(figure) && year < Long.parseLong(figure);
        }
        boolean first = found.before().isBlank() && year % 100 != 0;
        boolean named = months.stream().anyMatch(month -> month.equalsIgnoreCase(before)) && year % 100 != 0;
        boolean alone = after == null && year >= OLDEST_ALONE && year % 100 != 0;
        return named || alone || countsNothing(after) && (first || language.isOneOf("year.after", before));
    }

    private boolean countsNothing(@Nullable String wordAfter) {
        return wordAfter == null || language.isOneOf("year.before", wordAfter);
    }

    private static boolean isYear(String figure) {
        return figure.matches("(?:1[5-9]|20)\\d\\d");
    }
}
