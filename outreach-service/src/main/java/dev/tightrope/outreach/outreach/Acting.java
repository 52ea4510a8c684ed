package dev.tightrope.outreach.outreach;

import dev.tightrope.api.Caller;
import dev.tightrope.api.Problems;
import dev.tightrope.api.Visibility;
import dev.tightrope.outreach.people.People;
import dev.tightrope.outreach.people.Person;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The person of ours on whose word something is done.
 *
 * @param visibility what they may see and act on
 * @param name their name
 * @param seen the version of the outreach they saw and mean; null for whatever it is now
 */
record Acting(Visibility visibility, String name, @Nullable Long seen) {
    /** The caller of the API. */
    static Acting caller(Caller caller, People people) {
        return new Acting(people.visibilityOf(caller), caller.name(), null);
    }

    /** Somebody who shows a link of their own instead of a token: it opens what they may see themselves. */
    static Acting byLink(Person person, People people) {
        return new Acting(people.visibilityOf(person), person.name(), null);
    }

    /** The same, meaning the outreach as it was in this version: a form that is sent twice acts once. */
    Acting having(long seenVersion) {
        return new Acting(visibility, name, seenVersion);
    }

    /** Refuses, with 412, what was meant for another version than the locked one. */
    void requireUnchanged(OutreachRow locked) {
        if (seen != null && seen != locked.version()) {
            throw Problems.preconditionFailed("The outreach changed meanwhile: look at it again.");
        }
    }

    UUID personId() {
        return visibility.me();
    }

    Actor actor() {
        return new Actor(personId(), name);
    }
}
