package dev.tightrope.outreach.outreach;

import dev.tightrope.events.FollowUpDue;
import dev.tightrope.events.ReminderSent;
import dev.tightrope.events.WaitScheduled;
import dev.tightrope.messaging.EventHandler;
import dev.tightrope.messaging.Received;
import dev.tightrope.outreach.lifecycle.OutreachTrigger;
import jakarta.inject.Singleton;
import java.time.Clock;

/** What scheduler-service tells. */
final class HandleSchedulerEvents {
    private HandleSchedulerEvents() {}

    @Singleton
    static class OnFollowUpDue extends TriggerHandler<FollowUpDue> {
        OnFollowUpDue(OutreachMoves moves, Actors actors) {
            super(FollowUpDue.class, moves, actors);
        }

        @Override
        public void handle(Received<FollowUpDue> received) {
            FollowUpDue due = received.data();
            move(
                    due.ref().outreachId(),
                    received,
                    new OutreachTrigger.FollowUpDue(due.waitNumber(), due.dueAt()),
                    "the wait is over and nobody answered");
        }
    }

    @Singleton
    static class OnWaitScheduled implements EventHandler<WaitScheduled> {
        private final OutreachStore store;
        private final Clock clock;

        OnWaitScheduled(OutreachStore store, Clock clock) {
            this.store = store;
            this.clock = clock;
        }

        @Override
        public Class<WaitScheduled> eventClass() {
            return WaitScheduled.class;
        }

        @Override
        public void handle(Received<WaitScheduled> received) {
            WaitScheduled scheduled = received.data();
            store.waitScheduled(
                    scheduled.ref().outreachId(), scheduled.waitNumber(), scheduled.dueAt(), clock.instant());
        }
    }

    @Singleton
    static class OnReminderSent implements EventHandler<ReminderSent> {
        private final NoteEvents notes;

        OnReminderSent(NoteEvents notes) {
            this.notes = notes;
        }

        @Override
        public Class<ReminderSent> eventClass() {
            return ReminderSent.class;
        }

        @Override
        public void handle(Received<ReminderSent> received) {
            ReminderSent sent = received.data();
            notes.note(received, sent.ref().outreachId(), "REMINDER_SENT", "told by mail: " + sent.kind());
        }
    }
}
