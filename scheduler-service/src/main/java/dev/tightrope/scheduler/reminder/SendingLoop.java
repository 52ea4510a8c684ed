package dev.tightrope.scheduler.reminder;

import dev.tightrope.scheduler.background.BackgroundLoop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Sends reminders in the background. */
@ApplicationScoped
class SendingLoop {
    private final BackgroundLoop loop;
    private final boolean enabled;

    SendingLoop(
            SendReminders send,
            ReminderWakeUp wakeUp,
            @ConfigProperty(name = "tightrope.reminders.enabled", defaultValue = "true") boolean enabled,
            @ConfigProperty(name = "tightrope.reminders.senders", defaultValue = "3") int senders,
            @ConfigProperty(name = "tightrope.reminders.poll", defaultValue = "PT1S") Duration poll) {
        this.enabled = enabled;
        this.loop = new BackgroundLoop("send-reminders", senders, poll, wakeUp.sleepers(), send::runOnce);
    }

    void started(@Observes StartupEvent event) {
        if (enabled) {
            loop.start();
        }
    }

    void stopping(@Observes ShutdownEvent event) {
        loop.stop();
    }

    BackgroundLoop loop() {
        return loop;
    }
}
