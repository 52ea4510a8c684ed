package dev.tightrope.voicemail.people;

import dev.tightrope.api.Caller;
import dev.tightrope.api.Visibility;
import dev.tightrope.api.deputy.Deputies;
import dev.tightrope.events.PersonProfileChanged;
import dev.tightrope.voicemail.database.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The copy of our people's profiles. */
@ApplicationScoped
public class People {
    private final Jdbi jdbi;
    private final Caller caller;
    private final Deputies deputies;

    /** On this service's database. */
    public People(Jdbi jdbi, Caller caller, Deputies deputies) {
        this.jdbi = jdbi;
        this.caller = caller;
        this.deputies = deputies;
    }

    /** A person, if their profile has arrived. */
    public Optional<Person> find(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select person_id, name, language, team_id, manager from person where person_id = ?")
                .bind(0, id)
                .map((rs, ctx) -> new Person(
                        Columns.uuid(rs, "person_id"),
                        rs.getString("name"),
                        rs.getString("language"),
                        Columns.uuidOrNull(rs, "team_id"),
                        rs.getBoolean("manager")))
                .findOne());
    }

    /** Which rows whoever is calling sees; the team is the one in their profile, never one they claim. */
    public Visibility callerSees() {
        return Visibility.of(caller, callersTeam(), deputies.standsInFor(caller.personId()));
    }

    /** Which rows are shown to whoever is calling because they are shown to the owner's whole team. */
    public Visibility callersTeamSees() {
        return new Visibility(caller.personId(), callersTeam(), caller.isAdmin());
    }

    private @Nullable UUID callersTeam() {
        return find(caller.personId()).map(Person::teamId).orElse(null);
    }

    void keep(PersonProfileChanged profile, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into person (person_id, name, phone, zone, language, team_id, manager, updated_at)
                        values (:id, :name, :phone, :zone, :language, :team, :manager, :at)
                        on conflict (person_id) do update set name = excluded.name, phone = excluded.phone,
                            zone = excluded.zone, language = excluded.language, team_id = excluded.team_id,
                            manager = excluded.manager, updated_at = excluded.updated_at""")
                .bind("id", profile.personId())
                .bind("name", profile.name())
                .bind("phone", profile.phone())
                .bind("zone", profile.zone())
                .bind("language", profile.language())
                .bindByType("team", profile.teamId(), UUID.class)
                .bind("manager", profile.manager())
                .bind("at", Columns.parameter(at))
                .execute());
    }
}
