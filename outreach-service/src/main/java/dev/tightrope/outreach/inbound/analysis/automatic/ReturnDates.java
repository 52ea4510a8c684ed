package dev.tightrope.outreach.inbound.analysis.automatic;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Reads from an absence notice on which day somebody is there again: a date told with words of return, a day before a week;
 * else the day after the one the absence lasts to; else the end of a span.
 */
final class ReturnDates {
    private static final String WORDS_OF_RETURN =
            "(?:\\b(?:back|return(?:s|ing)?|available (?:again|from|on)|resum\\w+|re-?open\\w*|again (?:from|on)|in"
                    + " the office (?:again|on|from)|tillbaka|åter|igen|anträffbar|wieder|zurück|erreichbar"
                    + " ab|retour|reviens|reviendrai|rentre(?:rai)?|reprend\\w*|à nouveau|de"
                    + " nouveau|vuelvo|volver\\p{L}*|regres\\p{L}*|de vuelta|reincorpor\\p{L}*|nuevamente|de"
                    + " nuevo|torn(?:o|er\\p{L}*|iamo)|rientr\\p{L}*|ritorn\\p{L}*|nuovamente|di"
                    + " nuovo|terug|weer|opnieuw|tilbage|tilbake|igjen|palaa(?:n|mme)|palannut|takaisin|jälleen|tavoitettavissa|paluu\\p{L}*|volt(?:o|arei|amos)|retorn\\p{L}*|novamente|wracam\\p{L}*|wróc\\p{L}*|powr\\p{L}+|ponownie|znów|вернусь|возвращ\\p{L}*|vrátím|zpět|dön(?:eceğ|üyor|üş|ece)\\p{L}*|vissza\\p{L}*|térek|újra|ismét)(?!\\p{L})|戻|出社|復帰|出勤|返回|复工|복귀|돌아)";

    private static final Pattern RETURN = Pattern.compile("(?iU)" + WORDS_OF_RETURN);

    /** Close to the date behind them, words of return are said of that one. */
    private static final Pattern RETURN_OF_NEXT = Pattern.compile(
            "(?iU)" + WORDS_OF_RETURN + "(?: (?!(?:and|und|och|og|et|y|e|en|ja|i)\\b)\\p{L}{1,12}\\.?,?){0,3} ?$");

    /** "Not before" a day is from that day on. */
    private static final Pattern NOT_BEFORE = Pattern.compile(
            "(?iU)\\b(?:not|n't|no|inte|ej|nicht|erst|pas|non|niet|ikke|først|en|ei|não|nie|dopiero)\\b.{0,60}?\\b(?:before|until|förrän|före|vor|wieder"
                    + " am|avant|antes|hasta|prima|voor|vóór|før|ennen|przed|od)\\s*(?:del? |de |do |dem |den |d\\. |the"
                    + " |le |el |il |o |dia |día |dniem )*(?:\\p{L}{3,14}(?:-feira)?,?\\s*)?(?:den |d\\. |dem |the )?$");

    /** The last day away; the next is the first of return. */
    private static final Pattern LAST_DAY =
            Pattern.compile("(?iU)(?:\\bthrough|\\bthru|\\binclud\\w+|\\bto and including|\\bbis(?:"
                    + " (?:einschließlich|einschl\\.?|inkl\\.?|inklusive|zum|und mit|zu))?|\\bt\\.?\\s?o\\.?\\s?m\\.?|till"
                    + " och med|\\bt/m|tot en met|til og med|\\btil(?:l)?|jusqu(?:'au|'à|e)|hasta(?: el)?(?:"
                    + " día)?|fino a(?:l|ll')?|sino al|at[ée](?: a| o| ao)?(?: dia)?|(?<=\\s)do(?:"
                    + " dnia)?|до|至|\\bau)\\s*(?:\\p{L}{3,14}(?:-feira)?,?\\s*)?(?:den |d\\. |the |dem |le |el |il |dia"
                    + " |dnia )?\\s*$");

    /** English, Dutch and Danish name the day of return. */
    private static final Pattern UNTIL = Pattern.compile(
            "(?iU)\\b(?:until|till|til|'til|tot|indtil)\\s*(?:\\p{L}{3,14},?\\s*)?(?:the |de |den" + " |d\\. )?\\s*$");

    /** In front of a span whose "til" names its last day. */
    private static final Pattern NORDIC_FROM = Pattern.compile("(?iU)\\b(?:fra|från|frå|mellan|mellem|mellom)\\b");

    private static final Pattern LAST_DAY_BEHIND = Pattern.compile("(?iU)^\\.?\\s?(?:(?:asti|saakka|(?:kl\\.?"
            + " )?inklusive|inclusive|inclusief|inclus|inclusive|inclusi|included|incl\\.?|włącznie|-?ig|'?\\p{L}{0,3}\\s?(?:tarihine"
            + " )?kadar)\\b|まで|까지)");

    private ReturnDates() {}

    static Optional<LocalDate> find(DatedText text) {
        return returning(text, date -> date.kind() == NamedDate.Kind.DAY)
                .or(() -> returning(text, date -> date.kind() == NamedDate.Kind.WEEK))
                .or(() -> lastDay(text).filter(date -> plausible(date, text.today())))
                .or(() -> span(text).filter(date -> plausible(date, text.today())))
                .or(() -> returning(text, NamedDate::vague));
    }

    private static boolean plausible(LocalDate date, LocalDate today) {
        return !date.isBefore(today) && date.isBefore(today.plusYears(1).plusDays(1));
    }

    private static Optional<LocalDate> returning(DatedText text, Predicate<NamedDate> wanted) {
        return text.dates().stream()
                .filter(date -> wanted.test(date) && isReturn(text, date))
                .map(NamedDate::date)
                .filter(date -> plausible(date, text.today()))
                .findFirst();
    }

    /** Whether a date is told with words of return. */
    static boolean isReturn(DatedText text, NamedDate date) {
        String before = text.before(date);
        if (RETURN.matcher(before).find() || NOT_BEFORE.matcher(before).find()) {
            return true;
        }
        return !LAST_DAY.matcher(before).find()
                && !UNTIL.matcher(before).find()
                && RETURN.matcher(saidBehind(text, date)).find();
    }

    private static String saidBehind(DatedText text, NamedDate date) {
        String behind = text.behind(date);
        int end = date.end() + behind.length();
        boolean reachesNext =
                text.dates().stream().anyMatch(other -> other.start() == end && other.start() > date.start());
        return reachesNext ? RETURN_OF_NEXT.matcher(behind).replaceFirst("") : behind;
    }

    /** The last one told, but none in brackets, which is said of somebody else. */
    private static Optional<LocalDate> lastDay(DatedText text) {
        for (int i = text.dates().size() - 1; i >= 0; i--) {
            NamedDate date = text.dates().get(i);
            String before = text.before(date);
            if (before.lastIndexOf('(') > before.lastIndexOf(')')
                    && text.rest(date).stripLeading().startsWith(")")) {
                continue;
            }
            boolean lastBehind = LAST_DAY_BEHIND.matcher(text.rest(date)).find();
            if (UNTIL.matcher(before).find() && !lastBehind && !endsNordicSpan(text, i)) {
                return Optional.of(date.date());
            }
            if (LAST_DAY.matcher(before).find() || lastBehind) {
                return Optional.of(dayAfter(date));
            }
        }
        return Optional.empty();
    }

    private static boolean endsNordicSpan(DatedText text, int last) {
        return text.joined(last - 1)
                && NORDIC_FROM.matcher(text.before(text.dates().get(last - 1))).find();
    }

    private static LocalDate dayAfter(NamedDate date) {
        return date.kind() == NamedDate.Kind.MONTH
                ? date.date().plusMonths(1)
                : date.date().plusDays(1);
    }

    /** "3 – 14 August", "July 10-31": the day behind its end. */
    private static Optional<LocalDate> span(DatedText text) {
        for (int i = 0; i < text.dates().size(); i++) {
            NamedDate date = text.dates().get(i);
            if (date.kind() == NamedDate.Kind.WEEK || date.kind() == NamedDate.Kind.WEEKS) {
                return Optional.of(date.date().plusWeeks(1));
            }
            Optional<LocalDate> last = text.lastOfDays(date);
            if (last.isPresent()) {
                return last.map(day -> day.plusDays(1));
            }
            if (text.firstOfDays(date).isPresent() || text.joined(i - 1)) {
                return Optional.of(dayAfter(date));
            }
        }
        return Optional.empty();
    }
}
