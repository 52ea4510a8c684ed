package dev.tightrope.scheduler.timer;

import dev.tightrope.events.OutreachTransferred;
import dev.tightrope.messaging.EventHandler;
import dev.tightrope.messaging.Received;
import dev.tightrope.scheduler.outreach.Outreaches;
import dev.tightrope.scheduler.reminder.ReaddressReminders;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * An outreach is another rep's: its timers move to the mornings where they work, and what is queued goes to them. In this
 * order: moving a timer waits for whoever fires it right now, whose reminder is queued by then.
 */
@ApplicationScoped
class FollowTransfer implements EventHandler<OutreachTransferred> {
    private final Outreaches outreaches;
    private final MoveTimers moveTimers;
    private final ReaddressReminders reminders;

    FollowTransfer(Outreaches outreaches, MoveTimers moveTimers, ReaddressReminders reminders) {
        this.outreaches = outreaches;
        this.moveTimers = moveTimers;
        this.reminders = reminders;
    }

    @Override
    public Class<OutreachTransferred> eventClass() {
        return OutreachTransferred.class;
    }

    @Override
    public void handle(Received<OutreachTransferred> received) {
        OutreachTransferred event = received.data();
        UUID outreach = event.ref().outreachId();
        outreaches.note(event.ref());
        moveTimers.ofOutreach(outreach, event.ref().ownerId());
        reminders.follow(received);
    }
}
