package dev.tightrope.scheduler.reminder;

import dev.tightrope.events.ForwardHop;
import dev.tightrope.events.ResponseReceived;
import dev.tightrope.events.SuggestedDisposition;
import dev.tightrope.scheduler.reminder.LetterContent.Section;
import dev.tightrope.scheduler.reminder.LetterContent.Tap;
import dev.tightrope.scheduler.reminder.LetterContent.Taps;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What only the letter about a response has: their words, what they may mean, and how our mail came to them. */
final class ResponseLetter {
    private static final List<String> MEANINGS =
            List.of("INTERESTED", "PASSED_ON", "LATER", "DECLINED", "NOT_FROM_THEM", "OPTED_OUT");

    /** An event of before the new text was told has an excerpt of this length at most. */
    private static final int EXCERPT = 280;

    private final ResponseReceived response;
    private final DueReminder due;
    private final Wording words;
    private final ZoneId zone;

    ResponseLetter(ResponseReceived response, DueReminder due, Wording words, ZoneId zone) {
        this.response = response;
        this.due = due;
        this.words = words;
        this.zone = zone;
    }

    /** What the answer seems to mean, while that is for the rep to say; how the outreach ended, when it is not. */
    List<String> whatItMeans() {
        if (due.standing().closed()) {
            return response.closedAs() == null ? List.of() : List.of(words.text("closed." + response.closedAs()));
        }
        SuggestedDisposition reading = response.suggestedDisposition();
        if (reading == null) {
            return List.of();
        }
        String meaning = reading.until() == null
                ? words.textOr("reads." + reading.disposition() + forWhom(reading), "reads.OTHER")
                : words.text(
                        "reads.until", words.day(reading.until().atZone(zone).toLocalDate()));
        return List.of(
                reading.evidence() == null
                        ? words.text("reads", meaning)
                        : words.text("reads.because", meaning, HeaderText.display(reading.evidence())));
    }

    private static String forWhom(SuggestedDisposition reading) {
        return Boolean.TRUE.equals(reading.wholeCompany()) ? ".company" : "";
    }

    /** The new text; what they quoted is ours and not shown again. */
    @Nullable
    Section quote() {
        String text = response.newText() == null ? response.excerpt() : response.newText();
        int longest = response.newText() == null ? EXCERPT : ResponseReceived.LONGEST_TEXT;
        return text == null || text.isBlank()
                ? null
                : new Section(words.text("label.words"), QuotedText.lines(text, longest));
    }

    /** Links to say what it means, the suggested meaning first; none where there is nothing to say. */
    @Nullable
    Taps taps(OneTapLinks oneTap, Instant now) {
        if (due.standing().closed() || !due.toOwner()) {
            return null;
        }
        return oneTap.toResponse(due.recipient().id(), response.responseId(), now)
                .map(this::taps)
                .orElse(null);
    }

    private Taps taps(OneTapLinks.Link link) {
        SuggestedDisposition reading = response.suggestedDisposition();
        String proposed = reading != null && MEANINGS.contains(reading.disposition()) ? reading.disposition() : null;
        Tap any = new Tap(words.text(proposed == null ? "tap.say" : "tap.other"), link.url());
        return new Taps(
                words.text("tap"),
                proposed == null ? any : tap(proposed, link),
                MEANINGS.stream()
                        .filter(meaning -> !meaning.equals(proposed))
                        .map(meaning -> tap(meaning, link))
                        .toList(),
                proposed == null ? null : any,
                words.text("tap.note", words.day(link.expires().atZone(zone).toLocalDate())));
    }

    private Tap tap(String meaning, OneTapLinks.Link link) {
        return new Tap(words.text("tap." + meaning), link.url() + "?meaning=" + meaning);
    }

    /** How our mail came to whoever answered. */
    @Nullable
    Section way() {
        List<ForwardHop> chain = response.forwardChain();
        return chain == null || chain.isEmpty()
                ? null
                : new Section(words.text("way"), chain.stream().map(this::line).toList());
    }

    private String line(ForwardHop hop) {
        String from = hop.fromRole() == null ? hop.from() : hop.from() + " (" + hop.fromRole() + ")";
        List<String> to = Stream.concat(
                        hop.to().stream(),
                        hop.copies().isEmpty()
                                ? Stream.empty()
                                : Stream.of(words.text("way.copies", String.join(", ", hop.copies()))))
                .toList();
        String when = hop.at() == null ? hop.dateAsWritten() : words.moment(hop.at(), zone);
        return HeaderText.display(from + " → " + String.join(", ", to) + (when == null ? "" : " · " + when)
                + (hop.inferred() ? " · " + words.text("way.inferred") : ""));
    }
}
