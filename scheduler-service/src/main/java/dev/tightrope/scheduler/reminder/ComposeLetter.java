package dev.tightrope.scheduler.reminder;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Writes the letter of a reminder, in the recipient's language and zone. */
@ApplicationScoped
class ComposeLetter {
    private final Clock clock;
    private final String outreachUrl;

    ComposeLetter(Clock clock, @ConfigProperty(name = "tightrope.front-end.outreach-url") String outreachUrl) {
        this.clock = clock;
        this.outreachUrl = outreachUrl;
    }

    Letter of(DueReminder due) {
        String link = outreachUrl.replace("{id}", due.subject().outreachId().toString());
        LetterContent content = new LetterWriter(due, clock.instant(), link).write();
        return new Letter(
                content.subject(),
                LetterForms.letterText(content).render(),
                LetterForms.letterHtml(content).render());
    }
}
