package dev.tightrope.scheduler.reminder;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Writes the letter of a reminder, in the recipient's language and zone. */
@ApplicationScoped
class ComposeLetter {
    private final Clock clock;
    private final String outreachUrl;
    private final OneTapLinks oneTap;

    ComposeLetter(
            Clock clock,
            @ConfigProperty(name = "tightrope.front-end.outreach-url") String outreachUrl,
            OneTapLinks oneTap) {
        this.clock = clock;
        this.outreachUrl = outreachUrl;
        this.oneTap = oneTap;
    }

    Letter of(DueReminder due) {
        String link = outreachUrl.replace("{id}", due.subject().outreachId().toString());
        LetterContent content = new LetterWriter(due, clock.instant(), link, oneTap).write();
        return new Letter(
                content.subject(),
                LetterForms.letterText(content).render(),
                LetterForms.letterHtml(content).render());
    }
}
