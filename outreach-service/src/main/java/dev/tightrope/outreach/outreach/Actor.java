package dev.tightrope.outreach.outreach;

import dev.tightrope.api.Caller;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who made an outreach move.
 *
 * @param personId the person; absent for the system
 * @param name the person's name, or the part of the system
 */
public record Actor(@Nullable UUID personId, String name) {

    /** The caller of the API. */
    public static Actor of(Caller caller) {
        return new Actor(caller.personId(), caller.name());
    }

    /** A part of the system, such as {@code voicemail-service} or {@code delivery}. */
    public static Actor system(String name) {
        return new Actor(null, name);
    }
}
