package dev.tightrope.outreach.erasure;

import java.util.List;
import java.util.UUID;

/**
 * Whom an erasure is about.
 *
 * @param executiveIds every executive with the same address
 * @param outreachIds outreaches to them
 * @param addresses theirs, in lower case: the one on record and those mails went to or were approved for
 * @param numbers theirs, E.164
 * @param held outreaches that stand in the way
 */
record ErasedPerson(
        List<UUID> executiveIds,
        List<UUID> outreachIds,
        List<String> addresses,
        List<String> numbers,
        List<Held> held) {

    /**
     * An outreach that is not over.
     *
     * @param owner whose it is
     * @param mailing whether its mail is just being handed over
     */
    record Held(UUID outreachId, String state, String owner, boolean mailing) {
        String first() {
            return mailing
                    ? "The mail of outreach " + outreachId
                            + " is just being handed over: repeat the call in ten minutes."
                    : "Outreach " + outreachId + " of " + owner + " stands in " + state
                            + ": close it (POST /outreaches/" + outreachId + "/closure).";
        }
    }
}
