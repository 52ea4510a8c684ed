package dev.tightrope.outreach.inbound.reading;

import dev.tightrope.outreach.mailbox.connection.ConnectionProblem;
import dev.tightrope.outreach.mailbox.connection.ConnectionProblem.Step;
import dev.tightrope.outreach.mailbox.connection.SignInException;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import org.eclipse.angus.mail.imap.IdleManager;
import org.jboss.logging.Logger;

/**
 * A mailbox as it is read: visited by one thread of a pool at a time while this replica holds it, and between visits
 * watched by the one thread that watches them all. When to visit is read from {@link System#nanoTime()}.
 */
final class VisitedMailbox {
    private static final Logger LOG = Logger.getLogger(VisitedMailbox.class);
    private static final Duration PAUSE_FOR_ITS_OWNER = Duration.ofMinutes(15);

    private final ReadableMailbox mailbox;
    private final MailboxSettings settings;
    private final GrowingPause pause;
    private final NewMail newMail;
    private final Runnable onNews;
    private final Visit visit = new Visit();
    private final Attempts attempts = new Attempts();
    private final OpenConnection connection = new OpenConnection();

    private volatile boolean held;
    private volatile long due = System.nanoTime();
    private volatile boolean news;

    VisitedMailbox(
            ReadableMailbox mailbox,
            MailboxSettings settings,
            GrowingPause pause,
            MailboxProgress progress,
            SetAsideMessages setAside,
            MailIntake intake,
            Runnable onNews) {
        this.mailbox = mailbox;
        this.settings = settings;
        this.pause = pause;
        this.newMail = new NewMail(mailbox.name(), mailbox.source(), progress, setAside, (raw, source, place) -> {
            boolean kept = intake.takeIn(raw, source, place);
            if (kept) {
                MailboxMeters.takenIn(mailbox.origin()).increment();
            }
            return kept;
        });
        this.onNews = onNews;
    }

    ReadableMailbox mailbox() {
        return mailbox;
    }

    boolean isHeld() {
        return held;
    }

    /** From now on it is this replica's to read. */
    void hold() {
        attempts.beginAnew();
        mailbox.takenOver();
        due = System.nanoTime();
        held = true;
    }

    /** From now on it is not; a visit that goes on is ended. */
    void letGo() {
        held = false;
        if (visit.isBegun()) {
            abandon();
        }
    }

    boolean isDue() {
        return !visit.isUnderWay() && (news || connection.isCutOff() || due - System.nanoTime() <= 0);
    }

    boolean isVisited() {
        return visit.isUnderWay();
    }

    boolean isSilentFor(Duration limit) {
        return visit.isSilentFor(limit);
    }

    MailboxCondition condition() {
        return attempts.condition(
                held, held && connection.isThere(), Duration.ofNanos(Math.max(0, due - System.nanoTime())));
    }

    /** Has it visited by a thread of a pool. */
    void visitBy(ExecutorService pool, IdleManager idleManager, Instant lookBackTo) {
        visit.begin(pool, () -> visit(idleManager, lookBackTo));
    }

    /** Whatever fails, an error of a library too, is tried again later on a new connection. */
    private void visit(IdleManager idleManager, Instant lookBackTo) {
        try {
            if (held) {
                read(idleManager, lookBackTo);
            }
        } catch (Throwable e) {
            failed(e);
        }
    }

    /** Reads what is new and goes on watching. */
    private void read(IdleManager idleManager, Instant lookBackTo) throws MessagingException, SignInException {
        news = false;
        MailboxConnection open = connected(lookBackTo);
        readAll(open.messages());
        attempts.succeeded();
        mailbox.works();
        if (open.idles()) {
            // Begun again before its limit, so that a connection that went silent is noticed.
            dueIn(settings.idleLimit());
            open.watch(idleManager);
        } else {
            dueIn(settings.pollInterval());
        }
    }

    private MailboxConnection connected(Instant lookBackTo) throws MessagingException, SignInException {
        MailboxConnection known = connection.get();
        if (known != null) {
            if (known.isEnded()) {
                throw new MessagingException("the server ended the connection");
            }
            return known;
        }
        MailboxConnection made = MailboxConnection.of(mailbox.open(), mailbox.folder(), settings.wholeUpTo());
        connection.set(made);
        newMail.beginAt(lookBackTo, made.messages());
        made.onNews(() -> {
            // What a connection says that was ended is none.
            if (connection.is(made)) {
                news = true;
                onNews.run();
            }
        });
        return made;
    }

    private void readAll(MailboxMessages messages) throws MessagingException {
        int before;
        do {
            before = messages.count();
            newMail.read(messages, visit::goesOn);
            // The server may tell of a message while others are read; IDLE would not tell of it again.
        } while (messages.count() != before);
    }

    private void failed(Throwable failure) {
        if (!held) {
            end();
            return;
        }
        // First of all: whatever happens below, the next attempt comes after a pause.
        int inARow = attempts.failed();
        Duration next = pause.after(inARow);
        dueIn(next);
        ConnectionProblem found = mailbox.problemOf(failure);
        attempts.because(found);
        MailboxMeters.failures(mailbox.origin(), found.step()).increment();
        end();
        news = false;
        if (mailbox.fails(failure, found, inARow)) {
            dueIn(PAUSE_FOR_ITS_OWNER);
            return;
        }
        // Words are enough for what a server did; for a fault of ours they are not.
        boolean ours = found.step() == Step.WORKING && !(failure instanceof MessagingException);
        LOG.warnf(
                ours ? failure : null,
                "%s is read again in %.1f s: %s",
                mailbox.inWords(),
                next.toMillis() / 1000.0,
                found.problem());
    }

    private void dueIn(Duration length) {
        due = System.nanoTime() + length.toNanos();
    }

    /** Visited again at once, because whoever watched it is gone. */
    void unwatched() {
        if (!attempts.isFailing()) {
            due = System.nanoTime();
        }
    }

    /** Ends the connection, with a goodbye where the server still answers. */
    void end() {
        connection.end();
    }

    void endUnlessHeld() {
        if (!held) {
            end();
        }
    }

    /** Ends a visit that hangs: its sockets are closed and its thread woken. */
    void abandon() {
        connection.drop();
        visit.interrupt();
    }
}
