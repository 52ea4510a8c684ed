package dev.tightrope.outreach.outreach;

import dev.tightrope.api.Caller;
import dev.tightrope.api.FieldError;
import dev.tightrope.api.Problems;
import dev.tightrope.outreach.people.People;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** Next steps lie ahead: one dated in the past would be overdue in the moment it is planned. */
@ApplicationScoped
class NextStepDates {
    private final Caller caller;
    private final People people;
    private final Clock clock;

    NextStepDates(Caller caller, People people, Clock clock) {
        this.caller = caller;
        this.people = people;
        this.clock = clock;
    }

    /** Refuses, with 422, a day that is over where the caller works. */
    void requireNotPast(String pointer, LocalDate day) {
        if (day.isBefore(LocalDate.ofInstant(clock.instant(), people.zoneOf(caller.personId())))) {
            throw Problems.unprocessable(
                    "next-step-past", List.of(new FieldError(pointer, "must not be a day that is over")));
        }
    }
}
