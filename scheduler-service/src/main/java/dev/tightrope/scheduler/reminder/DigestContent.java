package dev.tightrope.scheduler.reminder;

import dev.tightrope.scheduler.calendar.WorkingPlace;
import dev.tightrope.scheduler.people.Person;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a digest says, before it takes the form of text or HTML.
 *
 * @param language BCP 47
 * @param subject the subject
 * @param greeting the first line
 * @param lead what this mail is
 * @param items what each reminder would say in a mail of its own
 * @param note what to know of the links that act; absent where there are none
 * @param footer why the recipient gets it
 */
public record DigestContent(
        String language,
        String subject,
        String greeting,
        String lead,
        List<LetterContent> items,
        @Nullable String note,
        String footer) {
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
                items.stream()
                        .map(LetterContent::taps)
                        .filter(Objects::nonNull)
                        .map(LetterContent.Taps::note)
                        .findFirst()
                        .orElse(null),
                words.text("footer.digest", zone.getId()));
    }
}
