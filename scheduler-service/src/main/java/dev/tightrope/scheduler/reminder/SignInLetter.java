package dev.tightrope.scheduler.reminder;

import dev.tightrope.events.MailAccountRefused;
import dev.tightrope.scheduler.calendar.WorkingPlace;
import dev.tightrope.scheduler.people.Person;
import dev.tightrope.scheduler.reminder.LetterContent.Fact;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** The words of the one letter that is about no outreach: a mail account has to be signed in anew. */
final class SignInLetter {
    private SignInLetter() {}

    static LetterContent of(MailAccountRefused refused, Person recipient, String link) {
        Wording words = Wording.of(recipient.language());
        ZoneId zone = WorkingPlace.zone(recipient.zone());
        String address = HeaderText.display(refused.address());
        List<String> paragraphs = new ArrayList<>(List.of(words.text("SIGN_IN.lead", address)));
        if (refused.reads()) {
            paragraphs.add(words.text("sign-in.reads"));
        }
        if (refused.sends()) {
            paragraphs.add(words.text("sign-in.sends"));
        }
        List<Fact> facts = new ArrayList<>(List.of(
                new Fact(words.text("label.account"), address),
                new Fact(words.text("label.since"), words.moment(refused.at(), zone))));
        if (!refused.problem().isBlank()) {
            facts.add(new Fact(words.text("label.answer"), HeaderText.display(refused.problem())));
        }
        return new LetterContent(
                words.language(),
                HeaderText.display(words.text("SIGN_IN.subject", address)),
                words.text("greeting", recipient.name()),
                paragraphs,
                null,
                null,
                null,
                words.text("facts"),
                facts,
                words.text("steps"),
                words.list("SIGN_IN.step"),
                words.text("link.account"),
                link,
                words.raw("colon"),
                words.text(refused.shared() ? "footer.shared" : "footer.account", zone.getId()));
    }
}
