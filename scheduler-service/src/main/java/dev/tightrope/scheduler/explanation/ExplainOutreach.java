package dev.tightrope.scheduler.explanation;

import dev.tightrope.api.Visibility;
import dev.tightrope.scheduler.calendar.WorkingCalendar;
import dev.tightrope.scheduler.people.Person;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Says why nothing happens in an outreach, to somebody in their language and zone. */
@ApplicationScoped
class ExplainOutreach {
    private final ReadFacts readFacts;
    private final WorkingCalendar calendar;
    private final Clock clock;
    private final int repeats;

    ExplainOutreach(
            ReadFacts readFacts,
            WorkingCalendar calendar,
            Clock clock,
            @ConfigProperty(name = "tightrope.reminders.repeats", defaultValue = "3") int repeats) {
        this.readFacts = readFacts;
        this.calendar = calendar;
        this.clock = clock;
        this.repeats = repeats;
    }

    /** The explanation, if the reader may see the outreach; in English and UTC to somebody whose profile is not here. */
    Optional<Explanation> of(UUID outreachId, Visibility visibility, @Nullable Person reader) {
        return readFacts
                .of(outreachId, visibility)
                .map(facts -> new ExplanationWriter(facts, calendar, clock.instant(), repeats, reader).write());
    }
}
