package dev.tightrope.outreach.inbound.reading;

import io.micrometer.core.instrument.Metrics;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;

/** What is new in one mailbox, taken in oldest first; only one thread at a time uses it. */
final class NewMail {
    private static final Logger LOG = Logger.getLogger(NewMail.class);
    private static final int MAX_FAILURES = 5;
    /** Days are the server's, and a message may come while others are read. */
    private static final Duration FOR_OTHER_CLOCKS = Duration.ofDays(1);

    /** Counter of messages that could not be taken in; anything above zero is for somebody to look at. */
    static final String PASSED_OVER = "tightrope.inbound.passed.over";

    private final String name;
    private final String source;
    private final MailboxProgress progress;
    private final MailIntake intake;
    /** Of the message being read. */
    private int failures;

    /**
     * Of a mailbox.
     *
     * @param name under which its progress is kept
     * @param source as messages from it name it
     */
    NewMail(String name, String source, MailboxProgress progress, MailIntake intake) {
        this.name = name;
        this.source = source;
        this.progress = progress;
        this.intake = intake;
    }

    /**
     * Begins at a day where nothing was read yet: a personal mailbox holds years that are none of our business. A folder
     * that was made anew is read from where the one before was left, however long ago.
     */
    void beginAt(Instant day, MailboxMessages messages) throws MessagingException {
        long uidValidity = messages.uidValidity();
        if (progress.lastUid(name, uidValidity) == 0) {
            Instant left = progress.lastRead(name)
                    .map(read -> read.minus(FOR_OTHER_CLOCKS))
                    .filter(day::isAfter)
                    .orElse(day);
            progress.beginsAt(name, left);
            progress.readUpTo(name, uidValidity, messages.lastUidBefore(left));
        }
    }

    /** Takes everything new in; each message begun, and each piece of it, is told to whoever watches that reading goes on. */
    void read(MailboxMessages messages, Runnable onEach) throws MessagingException {
        long uidValidity = messages.uidValidity();
        long last = progress.lastUid(name, uidValidity);
        for (Message message : messages.after(last)) {
            onEach.run();
            long uid = messages.uidOf(message);
            // "UID n:*" answers the last message even when its UID is lower than n (RFC 3501 6.4.8).
            if (uid > last) {
                byte[] bytes = messages.bytes(message, onEach);
                if (bytes == null) {
                    LOG.infof("Message %d of %s was deleted before it was read", uid, name);
                } else {
                    if (takeIn(new MailPlace(name, uidValidity, uid), bytes)) {
                        // Committed by now; if we end before this, it is known by its place when it is read again.
                        messages.markSeen(message);
                    }
                }
                progress.readUpTo(name, uidValidity, uid);
            }
        }
        progress.readAll(name);
    }

    /**
     * A message that cannot be taken in is tried again with the whole connection made anew; the database being away is
     * noticed before, at the lease, so what fails here again and again is the message itself, and must not keep the ones
     * behind it waiting for ever.
     */
    private boolean takeIn(MailPlace place, byte[] bytes) {
        try {
            boolean kept = intake.takeIn(bytes, source, place);
            failures = 0;
            return kept;
        } catch (RuntimeException | Error e) {
            if (++failures < MAX_FAILURES) {
                throw e;
            }
            failures = 0;
            Metrics.counter(PASSED_OVER).increment();
            LOG.errorf(
                    e,
                    "Message %d of %s could not be taken in %d times and was passed over; it is still in the mailbox",
                    place.uid(),
                    name,
                    MAX_FAILURES);
            return false;
        }
    }
}
