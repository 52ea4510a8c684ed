package dev.tightrope.outreach.people;

import dev.tightrope.api.Caller;
import dev.tightrope.api.Visibility;
import dev.tightrope.api.deputy.Deputies;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Looks up profiles for the other features. */
@ApplicationScoped
public class People {
    private final Jdbi jdbi;
    private final Deputies deputies;

    People(Jdbi jdbi, Deputies deputies) {
        this.jdbi = jdbi;
        this.deputies = deputies;
    }

    /** The person with this id, if they ever signed in. */
    public Optional<Person> byId(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM person WHERE id = :id")
                .bind("id", id)
                .map(new PersonMapper())
                .findOne());
    }

    /** The same, in the team they are in until the transaction ends. */
    public Optional<Person> keep(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM person WHERE id = :id FOR SHARE")
                .bind("id", id)
                .map(new PersonMapper())
                .findOne());
    }

    /** The people of ours with one of these addresses, given in lower case. */
    public List<Person> withEmails(List<String> emails) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT * FROM person WHERE lower(email) = ANY (CAST(:emails AS text[])) ORDER BY id")
                .bindArray("emails", String.class, emails)
                .map(new PersonMapper())
                .list());
    }

    /** The domains of everybody's addresses, in lower case. */
    public List<String> domains() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT DISTINCT lower(substring(email FROM '@([^@]+)$')) FROM person WHERE email LIKE '%@_%'")
                .mapTo(String.class)
                .list());
    }

    /** Everybody of a team, managers included. */
    public List<Person> ofTeam(UUID teamId) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT * FROM person WHERE team_id = :team ORDER BY name, id")
                        .bind("team", teamId)
                        .map(new PersonMapper())
                        .list());
    }

    /** Where a person works; UTC as long as nobody knows. */
    public ZoneId zoneOf(UUID id) {
        return byId(id).map(Person::zone).orElse(ZoneOffset.UTC);
    }

    /** Which outreaches a person sees who shows a link of their own: as {@link #visibilityOf(Caller)}, never all. */
    public Visibility visibilityOf(Person person) {
        return new Visibility(
                person.id(), person.manager() ? person.teamId() : null, false, deputies.standsInFor(person.id()));
    }

    /** Which outreaches the caller sees: own ones and those of whom they stand in for, a manager the team's, an admin all. */
    public Visibility visibilityOf(Caller caller) {
        return Visibility.of(
                caller,
                byId(caller.personId()).map(Person::teamId).orElse(null),
                deputies.standsInFor(caller.personId()));
    }
}
