package dev.tightrope.outreach.inbound.analysis.automatic;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with the dates it names.
 *
 * @param text in lines as long as its paragraphs
 * @param dates in the order of the text
 * @param today the day it was written
 */
record DatedText(String text, List<NamedDate> dates, LocalDate today) {
    private static final int CONTEXT = 70;
    private static final int MOST_TEXT = 4_000;

    private static final Pattern BREAK = Pattern.compile(
            "[!?;。]|\\n\\s*\\n|\\.\\s+(?=\\p{Lu}|\\n)|\\b(?:but|aber|men|mais|pero|ma|maar|mutta|ale)\\b");

    private static final Pattern DASH = Pattern.compile("(?iU)^\\.?\\s*(?:[-–—~～]|" + Words.TO
            + ")\\s*(?:\\p{L}{2,14}\\.?,?\\s*)?(?:the |den |d\\. |dem |zum |el |le |il )?$");

    private static final Pattern DAYS_BEHIND = Pattern.compile("^\\.?\\s?[-–]\\s?(\\d{1,2})(?!\\d|[/.]\\d)");

    private static final Pattern DAY_BEFORE =
            Pattern.compile("(?iU)(?<![\\d.:/-])(\\d{1,2})(?:\\.|st|nd|rd|th|er|º|°)?\\s?(?:[-–]|" + Words.TO
                    + ")\\s?(?:the |den |d\\. |dem |zum |el |le |il )?$");

    /** What joins the first day of a span to its last. */
    private static final class Words {
        static final String TO = "(?:to|and|through|thru|until|till?|bis|und|au|et|al|y|a|e|tot|en|do|i|ja|og|och)(?:"
                + " (?:and including|och med|og med|en met|zum|einschließlich))?|t\\.?\\s?o\\.?\\s?m\\.?|t/m";
    }

    static DatedText of(String text, OffsetDateTime sent) {
        String bounded = (text.length() > MOST_TEXT ? text.substring(0, MOST_TEXT) : text)
                .replace('\u00a0', ' ')
                .replace('’', '\'');
        String flat = bounded.replaceAll("(?<!\\n)\\n(?!\\s*\\n)", " ").replaceAll("[ \\t]+", " ");
        LocalDate today = sent.toLocalDate();
        return new DatedText(flat, DateFinder.find(flat, today, american(sent)), today);
    }

    /** Where months come before days. */
    private static boolean american(OffsetDateTime sent) {
        int hours = sent.getOffset().getTotalSeconds() / 3600;
        return hours <= -4 && hours >= -10;
    }

    /** The words in front, back to the sentence's beginning or the date before. */
    String before(NamedDate date) {
        int from = Math.max(0, date.start() - CONTEXT);
        for (NamedDate other : dates) {
            if (other.end() <= date.start() && other.end() > from) {
                from = other.end();
            }
        }
        String before = text.substring(from, date.start());
        Matcher end = BREAK.matcher(before);
        int sentence = 0;
        while (end.find()) {
            sentence = end.end();
        }
        return before.substring(sentence);
    }

    /** The words behind, to the sentence's end or the next date: German and Dutch put the verb there. */
    String behind(NamedDate date) {
        int to = Math.min(text.length(), date.end() + CONTEXT);
        for (NamedDate other : dates) {
            if (other.start() >= date.end() && other.start() < to) {
                to = other.start();
            }
        }
        String behind = text.substring(date.end(), to);
        Matcher end = BREAK.matcher(behind);
        return end.find() ? behind.substring(0, end.start()) : behind;
    }

    /** Everything behind. */
    String rest(NamedDate date) {
        return text.substring(date.end());
    }

    /** Whether a date and the one after it are the first and the last day of something. */
    boolean joined(int first) {
        return first >= 0
                && first + 1 < dates.size()
                && DASH.matcher(text.substring(
                                dates.get(first).end(), dates.get(first + 1).start()))
                        .find();
    }

    /** The last day of "July 10-31". */
    Optional<LocalDate> lastOfDays(NamedDate date) {
        Matcher days = DAYS_BEHIND.matcher(rest(date));
        if (!days.find()) {
            return Optional.empty();
        }
        int day = Integer.parseInt(days.group(1));
        return day > date.date().getDayOfMonth() && day <= date.date().lengthOfMonth()
                ? Optional.of(date.date().withDayOfMonth(day))
                : Optional.empty();
    }

    /** The first day of "3 – 14 August". */
    Optional<LocalDate> firstOfDays(NamedDate date) {
        Matcher day = DAY_BEFORE.matcher(text.substring(Math.max(0, date.start() - 30), date.start()));
        if (date.kind() != NamedDate.Kind.DAY || !day.find()) {
            return Optional.empty();
        }
        int first = Integer.parseInt(day.group(1));
        return first >= 1 && first < date.date().getDayOfMonth()
                ? Optional.of(date.date().withDayOfMonth(first))
                : Optional.empty();
    }
}
