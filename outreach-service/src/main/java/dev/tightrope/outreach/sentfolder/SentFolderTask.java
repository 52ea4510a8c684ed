package dev.tightrope.outreach.sentfolder;

import java.util.UUID;

/**
 * Something to do in a Sent folder, in the hands of one worker.
 *
 * @param deliveryId the mail it is about
 * @param kind what is to be done
 * @param accountId whose folder
 * @param renderedHash hash of the bytes it is about
 * @param tries how often it was tried, this time included
 */
record SentFolderTask(UUID deliveryId, Kind kind, UUID accountId, String renderedHash, int tries) {
    /** What is to be done. */
    enum Kind {
        /** File a copy of what was sent. */
        APPEND,
        /** Look whether somebody filed one. */
        FIND
    }
}
