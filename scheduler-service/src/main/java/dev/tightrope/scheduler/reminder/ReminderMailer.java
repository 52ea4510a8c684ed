package dev.tightrope.scheduler.reminder;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Hands a letter to the mail server. The Message-ID is the reminder's own, the same in every attempt. */
@ApplicationScoped
class ReminderMailer {
    private final ReactiveMailer mailer;
    private final String from;
    private final String domain;

    ReminderMailer(
            ReactiveMailer mailer,
            @ConfigProperty(name = "tightrope.reminders.from") String from,
            @ConfigProperty(name = "tightrope.reminders.message-id-domain") String domain) {
        this.mailer = mailer;
        this.from = from;
        this.domain = domain;
    }

    /** Sends and waits until the server accepted; throws if it did not within the time. */
    void send(DueReminder due, Letter letter, Duration timeout) {
        String address = due.recipient().email();
        if (address == null) {
            throw new IllegalStateException("The profile of " + due.recipient().id() + " has no e-mail address");
        }
        Mail mail = new Mail()
                .setFrom(HeaderText.exact("tightrope.reminders.from", from))
                .addTo(HeaderText.exact("The recipient's address", address))
                .setSubject(HeaderText.display(letter.subject()))
                .setText(letter.text())
                .setHtml(letter.html())
                .addHeader("Message-ID", messageId(due.id()))
                // RFC 3834: no out-of-office reply to a machine, and ours is no answer from anybody.
                .addHeader("Auto-Submitted", "auto-generated");
        mailer.send(mail).await().atMost(timeout);
    }

    String messageId(UUID reminderId) {
        return HeaderText.exact(
                "tightrope.reminders.message-id-domain", "<reminder." + reminderId + "@" + domain + ">");
    }
}
