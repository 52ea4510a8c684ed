package dev.tightrope.outreach.people;

import dev.tightrope.api.Caller;
import dev.tightrope.outreach.address.EmailAddresses;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The caller's own profile, made from the token's claims when they are here for the first time. */
@ApplicationScoped
public class SignedInPerson {
    private static final int LONGEST_NAME = 200;

    private final Caller caller;
    private final People people;
    private final ProfileStore store;
    private final HomeDefaults home;
    private final Clock clock;

    SignedInPerson(Caller caller, People people, ProfileStore store, HomeDefaults home, Clock clock) {
        this.caller = caller;
        this.people = people;
        this.store = store;
        this.home = home;
        this.clock = clock;
    }

    /** The profile; what the token says about being a manager is taken over, everything else is the person's own. */
    @Transactional
    public Person profile() {
        UUID id = caller.personId();
        Optional<Person> known = people.byId(id);
        if (known.isEmpty()) {
            return store.add(fromClaims(id));
        }
        return known.get().manager() == caller.isManager() ? known.get() : takeOverRole(id);
    }

    private Person takeOverRole(UUID id) {
        Person before = store.lockOrRefuse(id);
        Person wanted = new Person(
                before.id(),
                before.name(),
                before.title(),
                before.phone(),
                before.email(),
                before.zone(),
                before.language(),
                before.signature(),
                before.teamId(),
                caller.isManager(),
                before.updatedAt(),
                before.version());
        return store.change(before, wanted, id);
    }

    private Person fromClaims(UUID id) {
        String email = caller.email();
        return new Person(
                id,
                printable(caller.name()),
                null,
                null,
                email == null ? null : EmailAddresses.normalise(email).orElse(null),
                ZoneId.of(home.zone()),
                home.language(),
                null,
                null,
                caller.isManager(),
                clock.instant(),
                1);
    }

    /** Identity providers take names we would not: what cannot stand in a mail header is left out. */
    private static String printable(@Nullable String claim) {
        String name = claim == null
                ? ""
                : claim.replaceAll("[\\p{Cntrl}\\p{Cs}\\u2028\\u2029]", " ").strip();
        return name.isEmpty() ? "?" : name.substring(0, Math.min(name.length(), LONGEST_NAME));
    }
}
