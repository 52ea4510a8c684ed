package dev.tightrope.outreach.people;

import dev.tightrope.api.Problems;
import dev.tightrope.events.PersonProfileChanged;
import dev.tightrope.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;

/** Writes profiles, and tells the other features and services what became of them. */
@ApplicationScoped
class ProfileStore {
    private final Jdbi jdbi;
    private final Outbox outbox;
    private final Event<ProfileChanged> changes;
    private final Clock clock;

    ProfileStore(Jdbi jdbi, Outbox outbox, Event<ProfileChanged> changes, Clock clock) {
        this.jdbi = jdbi;
        this.outbox = outbox;
        this.changes = changes;
        this.clock = clock;
    }

    /** Reads a profile and keeps others from changing it until the transaction ends. */
    Optional<Person> lock(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM person WHERE id = :id FOR NO KEY UPDATE")
                .bind("id", id)
                .map(new PersonMapper())
                .findOne());
    }

    Person lockOrRefuse(UUID id) {
        return lock(id).orElseThrow(() -> Problems.notFound("person", id));
    }

    /** Adds a profile unless another request of the same person just did. */
    Person add(Person person) {
        Optional<Person> added = jdbi.withHandle(handle -> bind(handle.createQuery("""
                                INSERT INTO person (id, name, title, phone, email, zone, language, signature, team_id,
                                                    manager, created_at, updated_at, updated_by, version)
                                VALUES (:id, :name, :title, :phone, :email, :zone, :language, :signature, :team,
                                        :manager, :now, :now, :by, 1)
                                ON CONFLICT (id) DO NOTHING
                                RETURNING *
                                """), person, person.id())
                .map(new PersonMapper())
                .findOne());
        added.ifPresent(this::publish);
        return added.or(() -> lock(person.id())).orElseThrow();
    }

    /** Writes a locked profile; unchanged ones are left alone. */
    Person change(Person before, Person wanted, UUID by) {
        if (wanted.equals(before)) {
            return before;
        }
        Person after = jdbi.withHandle(handle -> bind(handle.createQuery("""
                                UPDATE person SET name = :name, title = :title, phone = :phone, email = :email,
                                    zone = :zone, language = :language, signature = :signature, team_id = :team,
                                    manager = :manager, updated_at = :now, updated_by = :by, version = version + 1
                                WHERE id = :id
                                RETURNING *
                                """), wanted, by)
                .map(new PersonMapper())
                .one());
        publish(after);
        changes.fire(new ProfileChanged(before, after));
        return after;
    }

    private <S extends SqlStatement<S>> S bind(S statement, Person person, UUID by) {
        Instant now = clock.instant();
        return statement
                .bind("id", person.id())
                .bind("name", person.name())
                .bind("title", person.title())
                .bind("phone", person.phone())
                .bind("email", person.email())
                .bind("zone", person.zone().getId())
                .bind("language", person.language())
                .bind("signature", person.signature())
                .bind("team", person.teamId())
                .bind("manager", person.manager())
                .bind("now", now)
                .bind("by", by);
    }

    private void publish(Person person) {
        outbox.append(new PersonProfileChanged(
                person.id(),
                person.name(),
                person.title(),
                person.phone(),
                person.email(),
                person.zone().getId(),
                person.language(),
                person.signature(),
                person.teamId(),
                person.manager()));
    }
}
