package dev.tightrope.scheduler.reminder;

import dev.tightrope.events.MailAccountRefused;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Writes the letter of a reminder, in the recipient's language and zone. */
@ApplicationScoped
class ComposeLetter {
    private final Clock clock;
    private final String outreachUrl;
    private final String accountUrl;
    private final String boardUrl;
    private final OneTapLinks oneTap;
    private final int repeats;

    ComposeLetter(
            Clock clock,
            @ConfigProperty(name = "tightrope.front-end.outreach-url") String outreachUrl,
            @ConfigProperty(name = "tightrope.front-end.mail-account-url") String accountUrl,
            @ConfigProperty(name = "tightrope.front-end.board-url") String boardUrl,
            OneTapLinks oneTap,
            @ConfigProperty(name = "tightrope.reminders.repeats", defaultValue = "3") int repeats) {
        this.clock = clock;
        this.outreachUrl = outreachUrl;
        this.accountUrl = accountUrl;
        this.boardUrl = boardUrl;
        this.oneTap = oneTap;
        this.repeats = repeats;
    }

    /** The mail to one reader: a digest of what it tells, a manager's week, or a letter of its own. */
    Letter of(DueReminder due, List<DueReminder> told) {
        if (due.kind() == ReminderKind.DIGEST) {
            DigestContent digest = DigestContent.of(
                    due.recipient(), told.stream().map(this::content).toList(), clock.instant());
            return new Letter(
                    digest.subject(),
                    LetterForms.digestText(digest).render(),
                    LetterForms.digestHtml(digest).render());
        }
        if (due.board() != null) {
            WeeklyContent week = WeeklyContent.of(due.board(), due.recipient(), boardUrl);
            return new Letter(
                    week.subject(),
                    LetterForms.weeklyText(week).render(),
                    LetterForms.weeklyHtml(week).render());
        }
        return of(due);
    }

    Letter of(DueReminder due) {
        LetterContent content = content(due);
        return new Letter(
                content.subject(),
                LetterForms.letterText(content).render(),
                LetterForms.letterHtml(content).render());
    }

    private LetterContent content(DueReminder due) {
        if (due.event() instanceof MailAccountRefused refused) {
            return AccountLetter.of(refused, due.recipient(), accountUrl);
        }
        String link = outreachUrl.replace("{id}", String.valueOf(due.subject().outreachId()));
        return new LetterWriter(due, clock.instant(), link, oneTap, repeats).write();
    }
}
