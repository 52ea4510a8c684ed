package dev.tightrope.outreach.inbound;

import io.micrometer.core.instrument.Metrics;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.time.Instant;
import org.jboss.logging.Logger;

/** What is new in one mailbox, taken in oldest first; only one thread at a time uses it. */
final class NewMail {
    private static final Logger LOG = Logger.getLogger(NewMail.class);
    private static final int MAX_FAILURES = 5;
    /** Counter of messages that could not be taken in; anything above zero is for somebody to look at. */
    static final String PASSED_OVER = "tightrope.inbound.passed.over";

    private final String name;
    private final String source;
    private final MailboxProgress progress;
    private final TakeInMail takeInMail;
    /** Of the message being read. */
    private int failures;

    /**
     * Of a mailbox.
     *
     * @param name under which its progress is kept
     * @param source as messages from it name it
     */
    NewMail(String name, String source, MailboxProgress progress, TakeInMail takeInMail) {
        this.name = name;
        this.source = source;
        this.progress = progress;
        this.takeInMail = takeInMail;
    }

    /** Begins at a day where nothing was read yet: a personal mailbox holds years that are none of our business. */
    void beginAt(Instant day, MailboxConnection connection) throws MessagingException {
        long uidValidity = connection.uidValidity();
        if (progress.lastUid(name, uidValidity) == 0) {
            progress.readUpTo(name, uidValidity, connection.lastUidBefore(day));
        }
    }

    /** Takes everything new in; each message begun is told to whoever watches that reading goes on. */
    void read(MailboxConnection connection, Runnable onEach) throws MessagingException {
        long uidValidity = connection.uidValidity();
        long last = progress.lastUid(name, uidValidity);
        for (Message message : connection.after(last)) {
            onEach.run();
            long uid = connection.uidOf(message);
            // "UID n:*" answers the last message even when its UID is lower than n (RFC 3501 6.4.8).
            if (uid > last) {
                byte[] bytes = connection.bytes(message);
                if (bytes == null) {
                    LOG.infof("Message %d of %s was deleted before it was read", uid, name);
                } else {
                    takeIn(uid, bytes);
                }
                progress.readUpTo(name, uidValidity, uid);
            }
        }
    }

    /**
     * A message that cannot be taken in is tried again with the whole connection made anew; the database being away is
     * noticed before, at the lease, so what fails here again and again is the message itself, and must not keep the ones
     * behind it waiting for ever.
     */
    private void takeIn(long uid, byte[] bytes) {
        try {
            takeInMail.take(bytes, source, false);
            failures = 0;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            if (++failures < MAX_FAILURES) {
                throw e;
            }
            failures = 0;
            Metrics.counter(PASSED_OVER).increment();
            LOG.errorf(
                    e,
                    "Message %d of %s could not be taken in %d times and was passed over; it is still in the mailbox",
                    uid,
                    name,
                    MAX_FAILURES);
        }
    }
}
