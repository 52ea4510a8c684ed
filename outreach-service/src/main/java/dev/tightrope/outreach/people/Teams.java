package dev.tightrope.outreach.people;

import dev.tightrope.api.Caller;
import dev.tightrope.api.ETags;
import dev.tightrope.api.Problems;
import dev.tightrope.outreach.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Keeps the teams. */
@ApplicationScoped
class Teams {
    private final Jdbi jdbi;
    private final Caller caller;
    private final Ids ids;
    private final Clock clock;

    Teams(Jdbi jdbi, Caller caller, Ids ids, Clock clock) {
        this.jdbi = jdbi;
        this.caller = caller;
        this.ids = ids;
        this.clock = clock;
    }

    Optional<Team> byId(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM team WHERE id = :id")
                .bind("id", id)
                .map(new TeamMapper())
                .findOne());
    }

    @Transactional
    Team make(String name) {
        // The unique index decides between two who make it at once: the later one gets no row back.
        Optional<Team> made = jdbi.withHandle(handle -> handle.createQuery("""
                        INSERT INTO team (id, name, created_at, updated_at, updated_by, version)
                        VALUES (:id, :name, :now, :now, :by, 1)
                        ON CONFLICT DO NOTHING
                        RETURNING *
                        """)
                .bind("id", ids.next())
                .bind("name", name)
                .bind("now", clock.instant())
                .bind("by", caller.personId())
                .map(new TeamMapper())
                .findOne());
        return made.orElseThrow(() -> taken(name));
    }

    @Transactional
    Team rename(UUID id, String name, String ifMatch) {
        Team before = jdbi.withHandle(
                        handle -> handle.createQuery("SELECT * FROM team WHERE id = :id FOR NO KEY UPDATE")
                                .bind("id", id)
                                .map(new TeamMapper())
                                .findOne())
                .orElseThrow(() -> Problems.notFound("team", id));
        ETags.check(ifMatch, before.version());
        byName(name).filter(other -> !other.id().equals(id)).ifPresent(other -> {
            throw taken(name);
        });
        return jdbi.withHandle(handle -> handle.createQuery("""
                        UPDATE team SET name = :name, updated_at = :now, updated_by = :by, version = version + 1
                        WHERE id = :id RETURNING *
                        """)
                .bind("id", id)
                .bind("name", name)
                .bind("now", clock.instant())
                .bind("by", caller.personId())
                .map(new TeamMapper())
                .one());
    }

    private Optional<Team> byName(String name) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM team WHERE lower(name) = lower(:name)")
                .bind("name", name)
                .map(new TeamMapper())
                .findOne());
    }

    private RuntimeException taken(String name) {
        Map<String, Object> members = byName(name)
                .<Map<String, Object>>map(team -> Map.of("teamId", team.id()))
                .orElse(Map.of());
        return Problems.conflict("duplicate-team", "There is a team named \"" + name + "\" already.", members);
    }
}
