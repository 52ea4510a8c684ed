package dev.tightrope.outreach.inbound.reading;

import io.micrometer.core.instrument.Metrics;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What is new in one mailbox, taken in oldest first; only one thread at a time uses it. */
final class NewMail {
    private static final Logger LOG = Logger.getLogger(NewMail.class);
    /** Days are the server's, and a message may come while others are read. */
    private static final Duration FOR_OTHER_CLOCKS = Duration.ofDays(1);

    private static final int LONGEST_PROBLEM = 300;

    /** Counter of messages that were set aside; anything above zero is for somebody to look at. */
    static final String PASSED_OVER = "tightrope.inbound.passed.over";

    private final String name;
    private final String source;
    private final MailboxProgress progress;
    private final SetAsideMessages setAside;
    private final MailIntake intake;
    /** The message that failed last, and how often in a row. */
    private @Nullable MailPlace failing;

    private int failures;

    /**
     * Of a mailbox.
     *
     * @param name under which its progress is kept
     * @param source as messages from it name it
     */
    NewMail(String name, String source, MailboxProgress progress, SetAsideMessages setAside, MailIntake intake) {
        this.name = name;
        this.source = source;
        this.progress = progress;
        this.setAside = setAside;
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
                MailPlace place = new MailPlace(name, uidValidity, uid);
                takeInOrSetAside(messages, message, place, onEach);
                progress.readUpTo(name, uidValidity, uid);
            }
        }
        progress.readAll(name);
        tryAgain(messages, uidValidity, onEach);
    }

    private void takeIn(MailboxMessages messages, Message message, MailPlace place, Runnable onEach)
            throws MessagingException {
        byte[] bytes = messages.bytes(message, onEach);
        if (bytes == null) {
            LOG.infof("Message %d of %s was deleted before it was read", place.uid(), name);
        } else if (intake.takeIn(bytes, source, place)) {
            // Committed by now; if we end before this, it is known by its place when it is read again.
            messages.markSeen(message);
        }
    }

    /**
     * A message that cannot be read or taken in is tried again with the whole connection made anew; a server or database
     * that is away is noticed before, when signing in and at the lease. So what fails here again and again is the message
     * itself, and must not keep the ones behind it waiting for ever.
     */
    private void takeInOrSetAside(MailboxMessages messages, Message message, MailPlace place, Runnable onEach)
            throws MessagingException {
        try {
            takeIn(messages, message, place, onEach);
            failing = null;
        } catch (MessagingException | RuntimeException | Error e) {
            failures = place.equals(failing) ? failures + 1 : 1;
            failing = place;
            if (failures < setAside.after()) {
                throw e;
            }
            setAside.add(place, inWords(e));
            failing = null;
            Metrics.counter(PASSED_OVER).increment();
            LOG.errorf(
                    e,
                    "Message %d of %s could not be taken in %d times and was set aside; it is still in the mailbox and"
                            + " tried again",
                    place.uid(),
                    name,
                    failures);
        }
    }

    private void tryAgain(MailboxMessages messages, long uidValidity, Runnable onEach) throws MessagingException {
        for (long uid : setAside.due(name, uidValidity)) {
            onEach.run();
            MailPlace place = new MailPlace(name, uidValidity, uid);
            setAside.tried(place);
            try {
                Message message = messages.at(uid);
                if (message != null) {
                    takeIn(messages, message, place, onEach);
                }
                setAside.remove(place);
                LOG.infof(
                        message == null
                                ? "Message %d of %s, which was set aside, is gone from the mailbox"
                                : "Message %d of %s, which was set aside, is taken in",
                        uid,
                        name);
            } catch (MessagingException | RuntimeException | Error e) {
                setAside.because(place, inWords(e));
                if (!messages.isOpen()) {
                    throw e;
                }
            }
        }
    }

    /** What a server said; of a fault of ours only its kind, because its words may have the message's in them. */
    private static String inWords(Throwable failure) {
        String said = failure instanceof MessagingException ? String.valueOf(failure.getMessage()) : "";
        String words = said.isBlank()
                ? failure.getClass().getSimpleName()
                : said.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return words.length() <= LONGEST_PROBLEM ? words : words.substring(0, LONGEST_PROBLEM);
    }
}
