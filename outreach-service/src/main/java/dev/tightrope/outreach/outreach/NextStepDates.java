package dev.tightrope.outreach.outreach;

import dev.tightrope.api.FieldError;
import dev.tightrope.api.Problems;
import dev.tightrope.outreach.people.People;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/**
 * Next steps lie ahead: one dated in the past would be overdue in the moment it is planned, and one in a far year is a
 * slip of the pen that would hold the company for good.
 */
@ApplicationScoped
class NextStepDates {
    /** Longer than any plan of a sale. */
    static final Period FARTHEST = Period.ofYears(2);

    private final People people;
    private final Clock clock;

    NextStepDates(People people, Clock clock) {
        this.people = people;
        this.clock = clock;
    }

    /** Refuses, with 422, a day that is over where the person works, or more than two years away. */
    void requireSensible(String pointer, LocalDate day, UUID person) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), people.zoneOf(person));
        if (day.isBefore(today)) {
            throw Problems.unprocessable(
                    "next-step-past", List.of(new FieldError(pointer, "must not be a day that is over")));
        }
        if (day.isAfter(today.plus(FARTHEST))) {
            throw Problems.unprocessable(
                    "next-step-too-far", List.of(new FieldError(pointer, "must be a day within two years")));
        }
    }

    /** Refuses, with 422, a moment more than two years away. */
    void requireSensible(String pointer, Instant moment) {
        if (moment.isAfter(
                clock.instant().atOffset(ZoneOffset.UTC).plus(FARTHEST).toInstant())) {
            throw Problems.unprocessable(
                    "next-step-too-far", List.of(new FieldError(pointer, "must be a moment within two years")));
        }
    }
}
