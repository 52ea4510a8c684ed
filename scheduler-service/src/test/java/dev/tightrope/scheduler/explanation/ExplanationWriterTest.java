package dev.tightrope.scheduler.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tightrope.scheduler.calendar.WorkingCalendar;
import dev.tightrope.scheduler.calendar.WorkingPlace;
import dev.tightrope.scheduler.explanation.Explanation.Reason;
import dev.tightrope.scheduler.explanation.Facts.Timer;
import dev.tightrope.scheduler.people.Person;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplanationWriterTest {
    private static final Person ANNA = new Person(
            UUID.randomUUID(), "Anna Berg", "anna@seller.example", null, "Europe/Stockholm", "en", null, false);

    @ParameterizedTest(name = "at {0} with a timer: {1}")
    @CsvSource({
        "2026-03-07T10:00:00Z, true, true",
        "2026-03-06T10:00:00Z, true, false",
        "2026-04-03T10:00:00Z, true, true",
        "2026-03-07T10:00:00Z, false, false",
        // Sunday in UTC, Monday where the rep works.
        "2026-03-08T23:30:00Z, true, false"
    })
    void aDayOffOfTheRepIsNamedWhereSomethingWaitsForAWorkingDay(Instant now, boolean timer, boolean named) {
        Explanation explanation = new ExplanationWriter(
                        facts(timer ? List.of(new Timer("CALL_DUE", 0, now.plusSeconds(86_400))) : List.of()),
                        new WorkingCalendar(LocalTime.of(8, 0)),
                        now,
                        3,
                        ANNA)
                .write();

        assertThat(explanation.besides().stream().map(Reason::code).anyMatch(Rule.DAY_OFF::equals))
                .isEqualTo(named);
        assertThat(explanation.blockedBy().code()).isEqualTo(Rule.CALL_TO_MAKE);
    }

    private static Facts facts(List<Timer> timers) {
        return new Facts(
                null,
                UUID.randomUUID(),
                "READY_TO_CALL",
                Instant.EPOCH,
                null,
                "Nordfrakt",
                "Karin Holm",
                ANNA.id(),
                ANNA,
                WorkingPlace.ofPerson(ANNA.zone(), null),
                false,
                null,
                null,
                null,
                null,
                timers,
                List.of());
    }
}
