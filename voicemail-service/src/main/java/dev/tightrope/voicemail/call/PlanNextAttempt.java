package dev.tightrope.voicemail.call;

import dev.tightrope.calendar.CallingHours;
import dev.tightrope.calendar.CallingPlace;
import dev.tightrope.calendar.CallingWindow;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Plans when to call again after a dial that reached nobody: after a pause, and never outside the executive's hours. */
final class PlanNextAttempt {
    private final CallSettings settings;
    private final CallingHours hours;

    PlanNextAttempt(CallSettings settings, CallingHours hours) {
        this.settings = settings;
        this.hours = hours;
    }

    /**
     * When to call again.
     *
     * @param earlier when the attempts in vain before this one were made
     * @return null after a successful call, and when so many were made that the rep has to decide
     */
    @Nullable
    Instant after(CheckedAttempt attempt, List<Instant> earlier, CallingPlace place, Instant now) {
        if (!attempt.outcome().calledAgain()) {
            return null;
        }
        if (attempt.nextAttemptAt() != null) {
            return attempt.nextAttemptAt();
        }
        if (earlier.size() + 1 >= settings.maxAttempts()) {
            return null;
        }
        List<Instant> starts = new ArrayList<>(earlier);
        starts.add(attempt.startedAt());
        Instant notBefore = now.plus(pause(attempt.outcome(), settings.againAfter()));
        return hours.after(notBefore, place)
                .flatMap(window -> suitable(step(earlier.size()), window, starts, place))
                .filter(part -> part.closes().isAfter(notBefore))
                .map(part -> part.opens().isAfter(notBefore) ? part.opens() : notBefore)
                .findFirst()
                // Where no hour suits all zones they may be in, the list says what to record first.
                .orElse(notBefore);
    }

    private PlanStep step(int before) {
        List<PlanStep> plan = settings.plan();
        return plan.get(Math.min(before, plan.size() - 1));
    }

    private Stream<CallingWindow> suitable(
            PlanStep step, CallingWindow window, List<Instant> starts, CallingPlace place) {
        return switch (step) {
            case SOON -> Stream.of(window);
            case ANOTHER_HOUR -> {
                Instant last = starts.get(starts.size() - 1);
                yield edges(window)
                        .filter(part -> hours.on(day(last, place), place).stream()
                                .allMatch(then -> halved(then).partAt(last)
                                        != halved(window).partAt(part.opens())));
            }
            case ANOTHER_DAY -> {
                Set<LocalDate> days =
                        starts.stream().map(start -> day(start, place)).collect(Collectors.toSet());
                yield edges(window).filter(part -> !days.contains(part.day()));
            }
        };
    }

    private static Stream<CallingWindow> edges(CallingWindow window) {
        CallingWindow day = halved(window);
        return Stream.of(
                new CallingWindow(day.day(), day.opens(), day.firstHoursEnd(), Duration.ZERO),
                new CallingWindow(day.day(), day.lastHoursBegin(), day.closes(), Duration.ZERO));
    }

    /** Where no hours are preferred, the halves of the day are its ends. */
    private static CallingWindow halved(CallingWindow window) {
        return window.edge().isZero()
                ? new CallingWindow(
                        window.day(),
                        window.opens(),
                        window.closes(),
                        Duration.between(window.opens(), window.closes()))
                : window;
    }

    private static LocalDate day(Instant moment, CallingPlace place) {
        return moment.atZone(place.mainZone()).toLocalDate();
    }

    private static Duration pause(CallOutcome outcome, CallSettings.AgainAfter again) {
        return switch (outcome) {
            case NO_ANSWER -> again.noAnswer();
            case BUSY -> again.busy();
            case ASSISTANT_ANSWERED -> again.assistantAnswered();
            case VOICEMAIL_CUT_OFF -> again.voicemailCutOff();
            case VOICEMAIL_LEFT, SPOKEN, MEETING_AGREED, REFERRED, WRONG_NUMBER, DECLINED -> Duration.ZERO;
        };
    }
}
