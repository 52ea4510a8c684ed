package dev.tightrope.voicemail.call;

import dev.tightrope.calendar.CallingHours;
import dev.tightrope.calendar.CallingPlace;
import dev.tightrope.calendar.CallingWindow;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the clock says to a call.
 *
 * @param open whether it is a decent hour, the planned attempt is due and the number was not called too often today
 * @param atEdge whether it is one of the preferred hours, too
 * @param from since when, or from when on, that is so; absent where no hour suits all zones they may be in
 * @param until when it ends
 * @param dayOff why nobody works there today
 * @param limited whether the number was called as often as may be today
 * @param changedAt when anything of this changed last
 */
record CallTime(
        boolean open,
        boolean atEdge,
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable String dayOff,
        boolean limited,
        Instant changedAt) {
    /** How long before it opens a call is one of the next. */
    static final Duration NEXT_WITHIN = Duration.ofHours(24);

    /**
     * Decides.
     *
     * @param next the planned attempt
     * @param calls when the number was called lately
     * @param limit how often it may be called on a day there
     */
    static CallTime of(
            CallingPlace place,
            Instant now,
            @Nullable Instant next,
            List<Instant> calls,
            CallingHours hours,
            int limit) {
        LocalDate today = now.atZone(place.mainZone()).toLocalDate();
        boolean limited = calls.stream()
                        .filter(call ->
                                call.atZone(place.mainZone()).toLocalDate().equals(today))
                        .count()
                >= limit;
        Instant notBefore =
                latest(Stream.of(now, next == null ? now : next, limited ? startOf(today.plusDays(1), place) : now));
        CallingWindow window = hours.after(notBefore, place).findFirst().orElse(null);
        Instant from = window == null ? null : since(window, now, notBefore, next);
        boolean open = from != null && !from.isAfter(now);
        return new CallTime(
                open,
                open && window != null && window.atEdge(now),
                from,
                window == null ? null : window.closes(),
                hours.dayOff(today, place).orElse(null),
                limited,
                changed(place, now, today, hours, Stream.of(next, from == null ? null : from.minus(NEXT_WITHIN))));
    }

    /** It opened when its window did, or when the planned attempt fell due. */
    private static Instant since(CallingWindow window, Instant now, Instant notBefore, @Nullable Instant next) {
        Instant bound = notBefore.isAfter(now) ? notBefore : next;
        return bound != null && bound.isAfter(window.opens()) ? bound : window.opens();
    }

    /** The day, and each beginning and end of it, change what is told though nothing is written then. */
    private static Instant changed(
            CallingPlace place, Instant now, LocalDate today, CallingHours hours, Stream<@Nullable Instant> more) {
        Instant midnight = startOf(today, place);
        Stream<Instant> ofToday = hours.after(midnight, place)
                .takeWhile(window -> !window.opens().isAfter(now))
                .flatMap(window ->
                        Stream.of(window.opens(), window.firstHoursEnd(), window.lastHoursBegin(), window.closes()));
        return latest(Stream.concat(Stream.concat(Stream.of(midnight), ofToday), more.flatMap(Stream::ofNullable))
                .filter(moment -> !moment.isAfter(now)));
    }

    private static Instant startOf(LocalDate day, CallingPlace place) {
        return day.atStartOfDay(place.mainZone()).toInstant();
    }

    private static Instant latest(Stream<Instant> moments) {
        Optional<Instant> latest = moments.max(Comparator.naturalOrder());
        return latest.orElseThrow();
    }
}
