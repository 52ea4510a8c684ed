package dev.tightrope.outreach.outreach;

import dev.tightrope.api.Caller;
import dev.tightrope.api.Visibility;
import dev.tightrope.outreach.people.People;
import dev.tightrope.outreach.people.Person;
import java.util.UUID;

/**
 * The person of ours on whose word something is done.
 *
 * @param visibility what they may see and act on
 * @param name their name
 */
record Acting(Visibility visibility, String name) {
    /** The caller of the API. */
    static Acting caller(Caller caller, People people) {
        return new Acting(people.visibilityOf(caller), caller.name());
    }

    /** Somebody who shows a link of their own instead of a token: only what is theirs. */
    static Acting byLink(Person person) {
        return new Acting(new Visibility(person.id(), null, false), person.name());
    }

    UUID personId() {
        return visibility.me();
    }

    Actor actor() {
        return new Actor(personId(), name);
    }
}
