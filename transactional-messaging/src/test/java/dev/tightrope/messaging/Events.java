package dev.tightrope.messaging;

import dev.tightrope.events.PersonProfileChanged;
import java.util.UUID;

/** Events to test with. */
final class Events {
    private Events() {}

    static PersonProfileChanged profileOf(UUID person) {
        return profileOf(person, "Ada");
    }

    static PersonProfileChanged profileOf(UUID person, String name) {
        return new PersonProfileChanged(person, name, null, null, null, "Europe/Stockholm", "en", null, null, false);
    }
}
