package dev.tightrope.scheduler.reminder;

import dev.tightrope.events.MailAccountRefused;
import dev.tightrope.messaging.EventHandler;
import dev.tightrope.messaging.Received;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells whoever can mend it at once that a mail account has to be signed in anew or is not read. */
@ApplicationScoped
class TellOfRefusedAccount implements EventHandler<MailAccountRefused> {
    private final QueueReminders reminders;

    TellOfRefusedAccount(QueueReminders reminders) {
        this.reminders = reminders;
    }

    @Override
    public Class<MailAccountRefused> eventClass() {
        return MailAccountRefused.class;
    }

    @Override
    public void handle(Received<MailAccountRefused> received) {
        reminders.notice(ReminderKind.SIGN_IN, received.data().personId(), received);
    }
}
