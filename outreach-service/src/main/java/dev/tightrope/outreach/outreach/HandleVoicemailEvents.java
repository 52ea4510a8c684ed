package dev.tightrope.outreach.outreach;

import dev.tightrope.events.CallAttemptUndone;
import dev.tightrope.events.CallUnsuccessful;
import dev.tightrope.events.ConversationHeld;
import dev.tightrope.events.EmailReleased;
import dev.tightrope.events.ExecutiveDeclined;
import dev.tightrope.events.HomeworkChanged;
import dev.tightrope.events.HomeworkCompleted;
import dev.tightrope.events.Referral;
import dev.tightrope.events.ScriptApproved;
import dev.tightrope.events.ScriptReopened;
import dev.tightrope.events.VoicemailLeft;
import dev.tightrope.events.WrongNumberFound;
import dev.tightrope.messaging.EventHandler;
import dev.tightrope.messaging.Received;
import dev.tightrope.outreach.lifecycle.Agreement;
import dev.tightrope.outreach.lifecycle.OutreachTrigger;
import dev.tightrope.outreach.lifecycle.PromiseKind;
import dev.tightrope.outreach.prospect.Appearance;
import dev.tightrope.outreach.prospect.Contacts;
import jakarta.inject.Singleton;
import java.util.Objects;

/** What voicemail-service tells, as triggers of the life cycle. */
final class HandleVoicemailEvents {
    private HandleVoicemailEvents() {}

    @Singleton
    static class OnHomeworkCompleted implements EventHandler<HomeworkCompleted> {
        private final NoteEvents notes;

        OnHomeworkCompleted(NoteEvents notes) {
            this.notes = notes;
        }

        @Override
        public Class<HomeworkCompleted> eventClass() {
            return HomeworkCompleted.class;
        }

        @Override
        public void handle(Received<HomeworkCompleted> received) {
            notes.note(received, received.data().ref().outreachId(), "HOMEWORK_COMPLETED", "the homework is complete");
        }
    }

    @Singleton
    static class OnHomeworkChanged implements EventHandler<HomeworkChanged> {
        private final NoteEvents notes;

        OnHomeworkChanged(NoteEvents notes) {
            this.notes = notes;
        }

        @Override
        public Class<HomeworkChanged> eventClass() {
            return HomeworkChanged.class;
        }

        @Override
        public void handle(Received<HomeworkChanged> received) {
            notes.note(received, received.data().ref().outreachId(), "HOMEWORK_CHANGED", "the homework was changed");
        }
    }

    @Singleton
    static class OnScriptApproved extends TriggerHandler<ScriptApproved> {
        OnScriptApproved(OutreachMoves moves, Actors actors) {
            super(ScriptApproved.class, moves, actors);
        }

        @Override
        public void handle(Received<ScriptApproved> received) {
            ScriptApproved script = received.data();
            move(
                    script.ref().outreachId(),
                    received,
                    new OutreachTrigger.ScriptApproved(
                            script.scriptVersion(), script.emailVersion(), script.emailHash()),
                    "the script was approved");
        }
    }

    @Singleton
    static class OnScriptReopened extends TriggerHandler<ScriptReopened> {
        OnScriptReopened(OutreachMoves moves, Actors actors) {
            super(ScriptReopened.class, moves, actors);
        }

        @Override
        public void handle(Received<ScriptReopened> received) {
            ScriptReopened script = received.data();
            move(
                    script.ref().outreachId(),
                    received,
                    new OutreachTrigger.ScriptReopened(script.reason()),
                    "the script was reopened: " + script.reason());
        }
    }

    @Singleton
    static class OnVoicemailLeft extends TriggerHandler<VoicemailLeft> {
        OnVoicemailLeft(OutreachMoves moves, Actors actors) {
            super(VoicemailLeft.class, moves, actors);
        }

        @Override
        public void handle(Received<VoicemailLeft> received) {
            VoicemailLeft left = received.data();
            move(
                    left.ref().outreachId(),
                    received,
                    new OutreachTrigger.VoicemailLeft(
                            left.attemptId(), left.emailVersion(), left.emailHash(), left.recordedAt()),
                    "the voicemail was recorded");
        }
    }

    @Singleton
    static class OnConversationHeld extends TriggerHandler<ConversationHeld> {
        private final Outreaches outreaches;
        private final Contacts contacts;

        OnConversationHeld(OutreachMoves moves, Actors actors, Outreaches outreaches, Contacts contacts) {
            super(ConversationHeld.class, moves, actors);
            this.outreaches = outreaches;
            this.contacts = contacts;
        }

        @Override
        public void handle(Received<ConversationHeld> received) {
            ConversationHeld held = received.data();
            Referral referral = held.referral();
            // Before the contact, like whoever names the same person in what an answer means.
            outreaches.lockAndGet(held.ref().outreachId());
            if (referral != null) {
                contacts.meet(
                        held.ref().prospectId(),
                        referral.name(),
                        referral.role(),
                        null,
                        referral.phone(),
                        Appearance.REFERRED,
                        Objects.requireNonNullElse(held.actedBy(), held.ref().ownerId()));
            }
            Agreement agreed = new Agreement(
                    held.meetingAt(),
                    referral == null ? null : referral.name(),
                    referral == null ? null : referral.role(),
                    referral == null ? null : referral.phone());
            move(
                    held.ref().outreachId(),
                    received,
                    new OutreachTrigger.ConversationHeld(
                            held.attemptId(),
                            held.emailVersion(),
                            held.emailHash(),
                            held.recordedAt(),
                            PromiseKind.valueOf(held.outcome().name()),
                            agreed),
                    "the executive answered: " + held.outcome());
        }
    }

    @Singleton
    static class OnEmailReleased extends TriggerHandler<EmailReleased> {
        OnEmailReleased(OutreachMoves moves, Actors actors) {
            super(EmailReleased.class, moves, actors);
        }

        @Override
        public void handle(Received<EmailReleased> received) {
            EmailReleased released = received.data();
            move(
                    released.ref().outreachId(),
                    received,
                    new OutreachTrigger.EmailReleased(
                            released.attemptId(), released.emailVersion(), released.emailHash(), released.releasedAt()),
                    "the undo window is over");
        }
    }

    @Singleton
    static class OnCallAttemptUndone extends TriggerHandler<CallAttemptUndone> {
        OnCallAttemptUndone(OutreachMoves moves, Actors actors) {
            super(CallAttemptUndone.class, moves, actors);
        }

        @Override
        public void handle(Received<CallAttemptUndone> received) {
            CallAttemptUndone undone = received.data();
            move(
                    undone.ref().outreachId(),
                    received,
                    new OutreachTrigger.CallAttemptUndone(undone.attemptId()),
                    "the call attempt was undone");
        }
    }

    @Singleton
    static class OnCallUnsuccessful extends TriggerHandler<CallUnsuccessful> {
        OnCallUnsuccessful(OutreachMoves moves, Actors actors) {
            super(CallUnsuccessful.class, moves, actors);
        }

        @Override
        public void handle(Received<CallUnsuccessful> received) {
            CallUnsuccessful call = received.data();
            move(
                    call.ref().outreachId(),
                    received,
                    new OutreachTrigger.CallUnsuccessful(
                            call.attemptId(), call.outcome(), call.nextAttemptAt(), call.attempts()),
                    "called in vain: " + call.outcome());
        }
    }

    @Singleton
    static class OnWrongNumberFound extends TriggerHandler<WrongNumberFound> {
        OnWrongNumberFound(OutreachMoves moves, Actors actors) {
            super(WrongNumberFound.class, moves, actors);
        }

        @Override
        public void handle(Received<WrongNumberFound> received) {
            WrongNumberFound found = received.data();
            move(
                    found.ref().outreachId(),
                    received,
                    new OutreachTrigger.WrongNumberFound(found.attemptId(), found.phone()),
                    "the number is somebody else's");
        }
    }

    @Singleton
    static class OnExecutiveDeclined extends TriggerHandler<ExecutiveDeclined> {
        OnExecutiveDeclined(OutreachMoves moves, Actors actors) {
            super(ExecutiveDeclined.class, moves, actors);
        }

        @Override
        public void handle(Received<ExecutiveDeclined> received) {
            ExecutiveDeclined declined = received.data();
            move(
                    declined.ref().outreachId(),
                    received,
                    new OutreachTrigger.ExecutiveDeclined(declined.attemptId(), declined.reason()),
                    "the executive said no on the phone");
        }
    }
}
