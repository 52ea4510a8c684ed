package dev.tightrope.voicemail.outreach;

import dev.tightrope.events.OutreachRef;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An outreach as this service knows it.
 *
 * @param state the state outreach-service last told of
 * @param standing that state, moved by what was done here since: what callers are answered by
 * @param version number of its last move
 * @param scriptAtOdds whether it stopped because the script promised another e-mail than the locked one, and nothing was said
 *     to the executive yet: a new approval of the script lets it go on
 * @param permissionEnded whether its competitor must not be named any more
 * @param email the approved e-mail; absent while it is being prepared
 */
public record Outreach(
        UUID id,
        int round,
        UUID prospectId,
        UUID ownerId,
        @Nullable UUID teamId,
        String state,
        String standing,
        long version,
        String prospectName,
        String executiveName,
        @Nullable String executiveTitle,
        String phone,
        @Nullable String zone,
        @Nullable String region,
        boolean scriptAtOdds,
        boolean permissionEnded,
        @Nullable LockedEmail email) {

    /** What its events carry. */
    public OutreachRef ref() {
        return ref(round);
    }

    /** What events about one of its rounds carry. */
    public OutreachRef ref(int ofRound) {
        return new OutreachRef(id, ofRound, prospectId, ownerId, teamId);
    }

    /** Whether it stands in a state of the life-cycle table. */
    public boolean standsIn(String name) {
        return standing.equals(name);
    }
}
