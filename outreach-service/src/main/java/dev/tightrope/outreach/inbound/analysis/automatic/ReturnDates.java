package dev.tightrope.outreach.inbound.analysis.automatic;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads from an absence notice on which day somebody is there again: a date told with words of return; else the day after
 * the one the absence lasts to; else the end of a span.
 */
public final class ReturnDates {
    private static final int CONTEXT = 70;
    private static final int MOST_TEXT = 4_000;

    private static final Pattern RETURN = Pattern.compile(
            "(?iU)\\b(?:back|return(?:s|ing)?|available (?:again|from|on)|resum\\w+|re-?open\\w*|again (?:from|on)|in"
                    + " the office (?:again|on|from)|tillbaka|åter|igen|anträffbar|wieder|zurück|erreichbar"
                    + " ab|retour|reviens|reviendrai|rentre(?:rai)?|reprend\\w*|à nouveau|de"
                    + " nouveau|vuelvo|volver\\p{L}*|regres\\p{L}*|de vuelta|reincorpor\\p{L}*|nuevamente|de"
                    + " nuevo|torn(?:o|er\\p{L}*|iamo)|rientr\\p{L}*|ritorn\\p{L}*|nuovamente|di nuovo"
                    + "|terug|weer|opnieuw|tilbage|tilbake|igjen|palaa(?:n|mme)|palannut|takaisin|jälleen|tavoitettavissa|paluu\\p{L}*|volt(?:o|arei|amos)|retorn\\p{L}*|novamente|wracam\\p{L}*|wróc\\p{L}*|powr\\p{L}+|ponownie|znów|вернусь|возвращ\\p{L}*|vrátím|zpět)(?!\\p{L})");

    /** The last day away; the next is the first of return. */
    private static final Pattern LAST_DAY =
            Pattern.compile("(?iU)(?:\\bthrough|\\bthru|\\binclud\\w+|\\bto and including|\\bbis(?:"
                    + " (?:einschließlich|einschl\\.?|inkl\\.?|inklusive|zum|und mit|zu))?|\\bt\\.?\\s?o\\.?\\s?m\\.?|till"
                    + " och med|\\bt/m|tot en met|til og med|\\btil(?:l)?|jusqu(?:'au|’au|'à|e)|hasta(?: el)?(?:"
                    + " día)?|fino a(?:l|ll')?|sino al|at[ée](?: a| o| ao)?(?: dia)?|(?<=\\s)do(?:"
                    + " dnia)?|до|\\bau)\\s*(?:\\p{L}{3,14}(?:-feira)?,?\\s*)?(?:den |the |dem |le |el |il |dia |dnia"
                    + " )?\\s*$");

    /** English and Dutch name the day of return. */
    private static final Pattern UNTIL =
            Pattern.compile("(?iU)\\b(?:until|till|til|'til|tot)\\s*(?:\\p{L}{3,14},?\\s*)?(?:the |de )?\\s*$");

    private static final Pattern LAST_DAY_BEHIND = Pattern.compile("(?iU)^\\s?(?:asti|saakka|(?:kl\\.?"
            + " )?inklusive|inclusive|inclusief|inclus|inclusive|inclusi|included|incl\\.?|włącznie)\\b");

    private static final Pattern DASH = Pattern.compile(
            "(?iU)^\\s*(?:[-–—]|to|and|till|til|bis|au|al|a|tot|do|en|y|e|i|until|through)\\s*(?:\\p{L}{2,14}\\.?,?\\s*)?(?:the"
                    + " |den |dem |zum |el |le |il )?$");

    private static final Pattern BREAK = Pattern.compile(
            "[!?;]|\\n\\s*\\n|\\.\\s+(?=\\p{Lu}|\\n)|\\b(?:but|aber|men|mais|pero|ma|maar|mutta|ale)\\b");

    private ReturnDates() {}

    /** @param sent when the notice was written, with its zone: it completes and bounds what is said */
    public static Optional<LocalDate> find(String text, OffsetDateTime sent) {
        String bounded = (text.length() > MOST_TEXT ? text.substring(0, MOST_TEXT) : text)
                .replace('\u00a0', ' ')
                .replace('’', '\'');
        String flat = bounded.replaceAll("(?<!\\n)\\n(?!\\s*\\n)", " ").replaceAll("[ \\t]+", " ");
        LocalDate today = sent.toLocalDate();
        List<NamedDate> dates = DateFinder.find(flat, today, american(sent));
        return returning(flat, dates, false)
                .filter(date -> plausible(date, today))
                .or(() -> lastDay(flat, dates).filter(date -> plausible(date, today)))
                .or(() -> span(flat, dates).filter(date -> plausible(date, today)))
                .or(() -> returning(flat, dates, true).filter(date -> plausible(date, today)));
    }

    /** Where months come before days. */
    private static boolean american(OffsetDateTime sent) {
        ZoneOffset zone = sent.getOffset();
        int hours = zone.getTotalSeconds() / 3600;
        return hours <= -4 && hours >= -10;
    }

    private static boolean plausible(LocalDate date, LocalDate today) {
        return !date.isBefore(today) && date.isBefore(today.plusYears(1).plusDays(1));
    }

    /** @param weekdays whether days of the week count, or dates alone */
    private static Optional<LocalDate> returning(String text, List<NamedDate> dates, boolean weekdays) {
        for (NamedDate date : dates) {
            if (date.weekday() == weekdays
                    && date.kind() != NamedDate.Kind.WEEKS
                    && (RETURN.matcher(before(text, date, dates)).find()
                            || !LAST_DAY.matcher(before(text, date, dates)).find()
                                    && !UNTIL.matcher(before(text, date, dates)).find()
                                    && RETURN.matcher(behind(text, date, dates)).find())) {
                return Optional.of(date.date());
            }
        }
        return Optional.empty();
    }

    private static Optional<LocalDate> lastDay(String text, List<NamedDate> dates) {
        for (int i = dates.size() - 1; i >= 0; i--) {
            NamedDate date = dates.get(i);
            String before = before(text, date, dates);
            if (UNTIL.matcher(before).find()
                    && !LAST_DAY_BEHIND.matcher(text.substring(date.end())).find()) {
                return Optional.of(date.date());
            }
            if (LAST_DAY.matcher(before).find()
                    || LAST_DAY_BEHIND.matcher(text.substring(date.end())).find()) {
                return Optional.of(date.date().plusDays(1));
            }
        }
        return Optional.empty();
    }

    private static final Pattern ABBREVIATED_SPAN = Pattern.compile("(?U)\\d{1,2}\\.?\\s?[-–]\\s?$");

    /** "3 – 14 August", "July 10-31": the day behind its end. */
    private static Optional<LocalDate> span(String text, List<NamedDate> dates) {
        for (int i = 0; i < dates.size(); i++) {
            NamedDate date = dates.get(i);
            if (date.kind() == NamedDate.Kind.WEEK || date.kind() == NamedDate.Kind.WEEKS) {
                return Optional.of(date.date().plusWeeks(1));
            }
            Matcher days =
                    Pattern.compile("^\\s?[-–]\\s?(\\d{1,2})(?!\\d|[/.]\\d)").matcher(text.substring(date.end()));
            if (days.find()) {
                int day = Integer.parseInt(days.group(1));
                if (day > date.date().getDayOfMonth() && day <= date.date().lengthOfMonth()) {
                    return Optional.of(date.date().withDayOfMonth(day).plusDays(1));
                }
            }
            if (ABBREVIATED_SPAN
                    .matcher(text.substring(Math.max(0, date.start() - 8), date.start()))
                    .find()) {
                return Optional.of(date.date().plusDays(1));
            }
            if (i > 0
                    && DASH.matcher(text.substring(dates.get(i - 1).end(), date.start()))
                            .find()) {
                return Optional.of(date.date().plusDays(1));
            }
        }
        return Optional.empty();
    }

    /** The words in front, back to the sentence's beginning or the date before. */
    private static String before(String text, NamedDate date, List<NamedDate> dates) {
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
    private static String behind(String text, NamedDate date, List<NamedDate> dates) {
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
}
