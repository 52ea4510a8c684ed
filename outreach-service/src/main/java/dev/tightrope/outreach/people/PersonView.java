package dev.tightrope.outreach.people;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A profile as the API shows it. */
record PersonView(
        UUID id,
        String name,
        @Nullable String title,
        @Nullable String phone,
        @Nullable String email,
        String zone,
        String language,
        @Nullable String signature,
        @Nullable UUID teamId,
        boolean manager,
        Instant updatedAt,
        long version) {

    static PersonView of(Person person) {
        return new PersonView(
                person.id(),
                person.name(),
                person.title(),
                person.phone(),
                person.email(),
                person.zone().getId(),
                person.language(),
                person.signature(),
                person.teamId(),
                person.manager(),
                person.updatedAt(),
                person.version());
    }
}
