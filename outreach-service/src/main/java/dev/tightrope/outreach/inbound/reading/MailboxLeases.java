package dev.tightrope.outreach.inbound.reading;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Which mailboxes this replica reads. Each is leased to one replica at a time: the configured one to whichever has it, of
 * the accounts' no more than its share to each.
 */
final class MailboxLeases {
    private static final Logger LOG = Logger.getLogger(MailboxLeases.class);

    private final MailboxProgress progress;
    private final Duration length;
    private final Consumer<VisitedMailbox> endLater;

    /**
     * For one replica.
     *
     * @param length how long a lease lasts
     * @param endLater ends the connection of one that was let go
     */
    MailboxLeases(MailboxProgress progress, Duration length, Consumer<VisitedMailbox> endLater) {
        this.progress = progress;
        this.length = length;
        this.endLater = endLater;
    }

    /** Renews the lease of a mailbox no other replica reads, or takes it. */
    void keep(VisitedMailbox mailbox) {
        boolean ours = progress.lease(mailbox.mailbox().name(), length);
        if (ours && !mailbox.isHeld()) {
            mailbox.hold();
        } else if (!ours && mailbox.isHeld()) {
            lost(mailbox);
        }
    }

    /** Renews this replica's share of mailboxes, or takes it from what nobody has. */
    void keepShare(Collection<VisitedMailbox> mailboxes) {
        int share = progress.share(mailboxes.size(), length);
        // First those this replica has: what is more than its share is for replicas that came since.
        List<VisitedMailbox> ownFirst = new ArrayList<>(mailboxes);
        ownFirst.sort(Comparator.comparing(mailbox -> !mailbox.isHeld()));
        int held = (int) mailboxes.stream().filter(VisitedMailbox::isHeld).count();
        for (VisitedMailbox mailbox : List.copyOf(ownFirst.subList(0, held))) {
            if (held > share && !mailbox.isVisited()) {
                giveBack(mailbox);
                held--;
            } else if (!progress.lease(mailbox.mailbox().name(), length)) {
                lost(mailbox);
                held--;
            }
        }
        for (VisitedMailbox mailbox : ownFirst) {
            if (held < share
                    && !mailbox.isHeld()
                    && progress.lease(mailbox.mailbox().name(), length)) {
                mailbox.hold();
                held++;
            }
        }
    }

    private void lost(VisitedMailbox mailbox) {
        LOG.warnf("%s is read by another replica now", mailbox.mailbox().inWords());
        mailbox.letGo();
        endLater.accept(mailbox);
    }

    /** Leaves a mailbox to other replicas at once; nothing happens to one this replica does not hold. */
    void giveBack(VisitedMailbox mailbox) {
        if (mailbox.isHeld()) {
            mailbox.letGo();
            endLater.accept(mailbox);
            progress.release(mailbox.mailbox().name());
        }
    }

    /** Leaves everything to other replicas; its connections are ended already. */
    void leave(Collection<VisitedMailbox> held) {
        progress.leave();
        held.forEach(mailbox -> progress.release(mailbox.mailbox().name()));
    }
}
