package dev.tightrope.outreach.inbound.reading;

import dev.tightrope.outreach.mailbox.connection.ConnectionProblem;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a mailbox fares on this replica.
 *
 * @param held whether this replica is the one that reads it
 * @param connected whether it is signed in there
 * @param everRead whether it was read since this replica holds it
 * @param quiet since when: since it was read last, or else since this replica holds it
 * @param problem why the last attempt failed; absent if it did not
 * @param failures how often in a row
 * @param nextTry how long until it is tried again
 */
record MailboxCondition(
        boolean held,
        boolean connected,
        boolean everRead,
        Duration quiet,
        @Nullable ConnectionProblem problem,
        int failures,
        Duration nextTry) {

    /** For whoever looks after it. */
    String inWords() {
        if (!held) {
            return "another replica reads it, or none yet";
        }
        String read = everRead ? "last read " + quiet.toSeconds() + " s ago" : "not read yet";
        if (problem != null) {
            return problem.problem() + ". " + problem.remedy() + " Failed " + failures + " times in a row, " + read
                    + ", tried again in " + nextTry.toSeconds() + " s.";
        }
        return (connected ? "connected, " : "about to be read, ") + read;
    }
}
