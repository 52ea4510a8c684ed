package dev.tightrope.outreach.inbound.analysis.automatic;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads from an absence notice on which day it begins: the first of two dates joined to a span, or one told with words of
 * beginning.
 */
final class FirstDays {
    private static final Pattern FROM = Pattern.compile(
            "(?iU)\\b(?:from(?: and including)?|starting(?: on| from)?|beginning(?: on)?|commencing(?: on)?|as"
                    + " (?:of|from)|since|från(?: och med)?|fr\\.?\\s?o\\.?\\s?m\\.?|med början|vom|ab|seit|du|dès|à"
                    + " (?:partir|compter) du|depuis|desde|a partir del?|dal|a partire dal|van|vanaf|sinds|fra(?: og"
                    + " med)?|f\\.?\\s?o\\.?\\s?m\\.?|siden|od|począwszy od|с)\\s*(?:\\p{L}{3,14}(?:-feira)?,?\\s*)?(?:den"
                    + " |d\\. |the |dem |le |el |il |dia |día |dnia )?$");

    private static final Pattern FROM_BEHIND = Pattern.compile(
            "(?iU)^\\.?\\s?(?:alkaen|lähtien|から|부터|起|'?\\p{L}{0,3}\\s?(?:tarihinden )?itibaren\\b|-?t[óő]l\\b)");

    /** "Your e-mail of 24 November" tells when we wrote. */
    private static final Pattern OUR_MAIL = Pattern.compile(
            "(?iU)(?:mails?|messages?|letter|mejl\\p{L}*|meddelande\\p{L}*|nachricht|schreiben|courriel|courrier|correo|messaggio|bericht|besked|mensaje|mensagem|viesti\\p{L}*|wiadomoś\\p{L}*|письм\\p{L}*)\\W+(?:\\p{L}{1,9}\\W+)?\\p{L}{1,5}\\s*$");

    private FirstDays() {}

    /** @param returnsOn first day of return, before which the absence begins */
    static Optional<LocalDate> find(DatedText text, @Nullable LocalDate returnsOn) {
        for (int at = 0; at < text.dates().size(); at++) {
            NamedDate date = text.dates().get(at);
            Optional<LocalDate> first = first(text, at)
                    .map(day -> before(returnsOn, day, date.weekday()))
                    .filter(day -> plausible(day, text.today(), returnsOn));
            if (first.isPresent()) {
                return first;
            }
        }
        return Optional.empty();
    }

    private static Optional<LocalDate> first(DatedText text, int at) {
        NamedDate date = text.dates().get(at);
        if (date.kind() == NamedDate.Kind.WEEK || date.kind() == NamedDate.Kind.WEEKS) {
            return ReturnDates.isReturn(text, date) ? Optional.empty() : Optional.of(date.first());
        }
        Optional<LocalDate> ofDays = text.firstOfDays(date);
        if (ofDays.isPresent()) {
            return ofDays;
        }
        boolean span = text.lastOfDays(date).isPresent() || text.joined(at);
        boolean told = !OUR_MAIL.matcher(text.before(date)).find()
                && (FROM.matcher(text.before(date)).find()
                        || FROM_BEHIND.matcher(text.rest(date)).find())
                && !ReturnDates.isReturn(text, date);
        return span || told ? Optional.of(date.date()) : Optional.empty();
    }

    /** Without a year, or without a date, the one meant is the last before the return. */
    private static LocalDate before(@Nullable LocalDate returnsOn, LocalDate day, boolean weekday) {
        if (returnsOn == null || day.isBefore(returnsOn)) {
            return day;
        }
        if (weekday) {
            return day.minusWeeks(1);
        }
        LocalDate lastYear = day.minusYears(1);
        return lastYear.isAfter(returnsOn.minusMonths(6)) ? lastYear : day;
    }

    private static boolean plausible(LocalDate day, LocalDate today, @Nullable LocalDate returnsOn) {
        return returnsOn == null
                ? !day.isBefore(today.minusMonths(1)) && day.isBefore(today.plusYears(1))
                : day.isBefore(returnsOn) && day.isAfter(returnsOn.minusYears(1));
    }
}
