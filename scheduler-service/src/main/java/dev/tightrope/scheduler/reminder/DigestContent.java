package dev.tightrope.scheduler.reminder;

import dev.tightrope.scheduler.calendar.WorkingPlace;
import dev.tightrope.scheduler.people.Person;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * What a digest says, before it takes the form of text or HTML.
 *
 * @param language BCP 47
 * @param subject the subject
 * @param greeting the first line
 * @param lead what this mail is
 * @param items what each reminder would say in a mail of its own
 * @param footer why the recipient gets it
 */
public record DigestContent(
        String language, String subject, String greeting, String lead, List<LetterContent> items, String footer) {
    static DigestContent of(Person reader, List<LetterContent> items, Instant now) {
        Wording words = Wording.of(reader.language());
        ZoneId zone = WorkingPlace.zone(reader.zone());
        return new DigestContent(
                words.language(),
                HeaderText.display(words.text(
                        "DIGEST.subject",
                        items.size(),
                        words.day(now.atZone(zone).toLocalDate()))),
                words.text("greeting", reader.name()),
                words.text("DIGEST.lead"),
                items,
                words.text("footer.digest", zone.getId()));
    }
}
