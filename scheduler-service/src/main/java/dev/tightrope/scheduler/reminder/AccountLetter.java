package dev.tightrope.scheduler.reminder;

import dev.tightrope.events.MailAccountRefused;
import dev.tightrope.scheduler.calendar.WorkingPlace;
import dev.tightrope.scheduler.people.Person;
import dev.tightrope.scheduler.reminder.LetterContent.Fact;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * The words of the letters that are about no outreach: a mail account has to be signed in anew, or its mailbox cannot be read
 * for another reason.
 */
final class AccountLetter {
    private AccountLetter() {}

    static LetterContent of(MailAccountRefused refused, Person recipient, String link) {
        Wording words = Wording.of(recipient.language());
        ZoneId zone = WorkingPlace.zone(recipient.zone());
        String address = HeaderText.display(refused.address());
        boolean signIn = !MailAccountRefused.NOT_READ.equals(refused.kind());
        String letter = signIn ? "SIGN_IN" : "NOT_READ";
        List<String> paragraphs = new ArrayList<>(List.of(words.text(letter + ".lead", address)));
        if (refused.reads()) {
            paragraphs.add(words.text(signIn ? "sign-in.reads" : "not-read.reads"));
        }
        // Through an account that is not read mail may leave all the same: its other server may well be there.
        if (refused.sends() && signIn) {
            paragraphs.add(words.text("sign-in.sends"));
        }
        List<Fact> facts = new ArrayList<>(List.of(
                new Fact(words.text("label.account"), address),
                new Fact(words.text("label.since"), words.moment(refused.at(), zone))));
        if (!refused.problem().isBlank()) {
            facts.add(new Fact(
                    words.text(signIn ? "label.answer" : "label.reason"), HeaderText.display(refused.problem())));
        }
        return new LetterContent(
                words.language(),
                HeaderText.display(words.text(letter + ".subject", address)),
                words.text("greeting", recipient.name()),
                paragraphs,
                null,
                null,
                null,
                words.text("facts"),
                facts,
                words.text("steps"),
                words.list(letter + ".step"),
                words.text("link.account"),
                link,
                words.raw("colon"),
                words.text(refused.shared() ? "footer.shared" : "footer.account", zone.getId()));
    }
}
