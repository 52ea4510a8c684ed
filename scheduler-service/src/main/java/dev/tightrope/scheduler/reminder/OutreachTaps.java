package dev.tightrope.scheduler.reminder;

import dev.tightrope.scheduler.reminder.LetterContent.Tap;
import dev.tightrope.scheduler.reminder.LetterContent.Taps;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The links of a reminder by which whoever gets it, rep or manager, acts on the outreach without signing in.
 *
 * @param oneTap makes them
 * @param words of the letter
 * @param zone of its reader
 * @param now the moment it is written
 */
record OutreachTaps(OneTapLinks oneTap, Wording words, ZoneId zone, Instant now) {

    /** What is advised first, then what may be done instead; null where nothing can be done with one tap. */
    @Nullable
    Taps of(ReminderKind kind, UUID reader, @Nullable UUID outreach) {
        return outreach == null
                ? null
                : oneTap.toOutreach(reader, outreach, now)
                        .map(link -> taps(kind, link))
                        .orElse(null);
    }

    private @Nullable Taps taps(ReminderKind kind, OneTapLinks.Link link) {
        return switch (kind) {
            case FOLLOW_UP -> taps(link, kind, "CALL_AGAIN", "EXTEND", "ANSWERED", "CLOSE");
            case NEXT_STEP -> taps(link, kind, "NEXT_STEP", "ANSWERED", "CLOSE");
            // The page leads on to the answers.
            case DISPOSITION -> taps(link, new Tap(words.text("tap.say"), link.url()), List.of(), null);
            default -> null;
        };
    }

    private Taps taps(OneTapLinks.Link link, ReminderKind kind, String first, String... others) {
        return taps(
                link,
                tap(first, link),
                Stream.of(others).map(act -> tap(act, link)).toList(),
                new Tap(words.text("tap.any." + kind), link.url()));
    }

    private Taps taps(OneTapLinks.Link link, Tap first, List<Tap> others, @Nullable Tap any) {
        String note =
                words.text("tap.note", words.day(link.expires().atZone(zone).toLocalDate()));
        return new Taps(words.text("tap.act"), first, others, any, note);
    }

    private Tap tap(String act, OneTapLinks.Link link) {
        return new Tap(words.text("tap." + act), link.url() + "?act=" + act);
    }
}
