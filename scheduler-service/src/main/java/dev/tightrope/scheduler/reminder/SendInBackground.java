package dev.tightrope.scheduler.reminder;

import dev.tightrope.scheduler.background.BackgroundLoop;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Sends reminders in the background: awake for new ones, for the next attempt, and every poll. */
@ApplicationScoped
class SendInBackground {
    @Produces
    @Singleton
    BackgroundLoop loop(
            SendReminders send,
            ReminderWakeUp wakeUp,
            @ConfigProperty(name = "tightrope.reminders.enabled", defaultValue = "true") boolean enabled,
            @ConfigProperty(name = "tightrope.reminders.senders", defaultValue = "3") int senders,
            @ConfigProperty(name = "tightrope.reminders.poll", defaultValue = "PT1S") Duration poll) {
        return new BackgroundLoop("send-reminders", enabled, senders, poll, wakeUp.sleepers(), send::runOnce);
    }
}
