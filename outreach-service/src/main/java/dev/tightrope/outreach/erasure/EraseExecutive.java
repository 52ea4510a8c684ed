package dev.tightrope.outreach.erasure;

import dev.tightrope.api.Problems;
import dev.tightrope.api.idempotency.StoredAnswers;
import dev.tightrope.events.ExecutiveErased;
import dev.tightrope.messaging.Outbox;
import dev.tightrope.messaging.ParkedMessages;
import dev.tightrope.outreach.erasure.ErasedPerson.Held;
import dev.tightrope.outreach.suppression.HashSuppressions;
import dev.tightrope.outreach.suppression.Suppressions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Erases an executive here and tells the others; in one transaction, so that nothing is left half erased. */
@ApplicationScoped
class EraseExecutive {
    private final Suppressions suppressions;
    private final HashSuppressions hashSuppressions;
    private final ErasedPersons persons;
    private final ErasedRows rows;
    private final Outbox outbox;
    private final ParkedMessages parked;
    private final StoredAnswers answers;
    private final Clock clock;
    private final Period topicRetention;

    EraseExecutive(
            Suppressions suppressions,
            HashSuppressions hashSuppressions,
            ErasedPersons persons,
            ErasedRows rows,
            Outbox outbox,
            ParkedMessages parked,
            StoredAnswers answers,
            Clock clock,
            @ConfigProperty(name = "tightrope.erasure.topic-retention", defaultValue = "P14D") Period topicRetention) {
        this.suppressions = suppressions;
        this.hashSuppressions = hashSuppressions;
        this.persons = persons;
        this.rows = rows;
        this.outbox = outbox;
        this.parked = parked;
        this.answers = answers;
        this.clock = clock;
        this.topicRetention = topicRetention;
    }

    @Transactional
    ErasureReceipt erase(UUID id) {
        suppressions.growList();
        ErasedPerson person = persons.lock(id).orElseThrow(() -> Problems.notFound("executive", id));
        refuseWhileOpen(person);
        Instant now = clock.instant();
        List<UUID> told = new ArrayList<>(hashSuppressions.of(person.addresses(), person.numbers(), now));
        rows.erase(person, now);
        told.addAll(person.executiveIds());
        told.addAll(person.outreachIds());
        outbox.forgetPublished(told);
        parked.forget(told);
        answers.forgetNaming(told);
        person.executiveIds()
                .forEach(executive ->
                        outbox.append(new ExecutiveErased(executive, persons.outreachesOf(executive), now)));
        return new ErasureReceipt(
                person.executiveIds(),
                person.outreachIds(),
                now,
                now.atOffset(ZoneOffset.UTC).plus(topicRetention).toInstant());
    }

    private static void refuseWhileOpen(ErasedPerson person) {
        if (person.held().isEmpty()) {
            return;
        }
        List<String> first = person.held().stream().map(Held::first).toList();
        Held held = person.held().get(0);
        throw Problems.refused(
                "executive-in-use",
                "An outreach to them is not over, and needs what would be erased. " + String.join(" ", first),
                held.state(),
                "EXECUTIVE_ERASED",
                first,
                Map.of(
                        "outreachIds",
                        person.held().stream().map(Held::outreachId).toList()));
    }
}
