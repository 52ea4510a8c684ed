package dev.tightrope.scheduler.reminder;

import dev.tightrope.events.AttentionNeeded;
import dev.tightrope.events.EmailWithheld;
import dev.tightrope.events.OutreachTransferred;
import dev.tightrope.events.ResponseChannel;
import dev.tightrope.events.ResponseReceived;
import dev.tightrope.events.StoryPermissionEnded;
import dev.tightrope.events.SuggestionOpened;
import dev.tightrope.scheduler.calendar.WorkingPlace;
import dev.tightrope.scheduler.reminder.LetterContent.Fact;
import dev.tightrope.scheduler.reminder.LetterContent.Taps;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the words for one reminder: why it comes, what is known, what to do now. */
final class LetterWriter {
    private static final Set<ReminderKind> FOR_MANAGERS_TOO =
            EnumSet.of(ReminderKind.FOLLOW_UP, ReminderKind.CALL_DUE, ReminderKind.DISPOSITION, ReminderKind.NEXT_STEP);

    private static final Set<ReminderKind> TELLS_NEXT_STEP =
            EnumSet.of(ReminderKind.NEXT_STEP, ReminderKind.HANDED_OVER);

    private final DueReminder due;
    private final Subject subject;
    private final Instant now;
    private final String link;
    private final OneTapLinks oneTap;
    private final int repeats;
    private final Wording words;
    private final ZoneId zone;
    private final String executive;
    private final String company;
    private final List<Fact> facts = new ArrayList<>();

    LetterWriter(DueReminder due, Instant now, String link, OneTapLinks oneTap, int repeats) {
        this.due = due;
        this.subject = due.subject();
        this.now = now;
        this.link = link;
        this.oneTap = oneTap;
        this.repeats = repeats;
        this.words = Wording.of(due.recipient().language());
        this.zone = WorkingPlace.zone(due.recipient().zone());
        this.executive = orElse(subject.executive(), "unknown.executive");
        this.company = orElse(subject.company(), "unknown.company");
    }

    LetterContent write() {
        String kind = wordsFor();
        Object[] places = places();
        List<String> paragraphs = new ArrayList<>();
        if (due.toDeputy()) {
            paragraphs.add(words.text("stand-in", rep()));
        }
        paragraphs.add(lead(kind, places));
        if (due.event() instanceof ResponseReceived response
                && response.channel() == ResponseChannel.EMAIL
                && !response.fromExecutive()
                && due.toOwner()
                && !due.standing().closed()) {
            paragraphs.add(words.text("RESPONSE.passed-on", places));
        }
        ResponseLetter response = due.event() instanceof ResponseReceived received
                ? new ResponseLetter(received, due, words, zone)
                : null;
        if (response != null) {
            paragraphs.addAll(response.whatItMeans());
        }
        paragraphs.addAll(whichRepeat());
        paragraphs.addAll(whatElseIsHandedOver());
        paragraphs.addAll(whatElseWasRefused());
        eventFacts();
        outreachFacts();
        return new LetterContent(
                words.language(),
                HeaderText.display(words.textOr(kind + ".subject." + reason(), kind + ".subject", places)),
                words.text("greeting", due.recipient().name()),
                paragraphs,
                response == null ? null : response.quote(),
                taps(response),
                response == null || !due.toOwner() ? null : response.way(),
                words.text("facts"),
                List.copyOf(facts),
                words.text("steps"),
                steps(kind, places),
                words.text("link"),
                link,
                words.raw("colon"),
                words.text(footer(), zone.getId(), rep()));
    }

    private String footer() {
        if (due.toDeputy()) {
            return "footer.deputy";
        }
        return due.toOwner() ? "footer.owner" : "footer.manager";
    }

    private String rep() {
        return orElse(subject.repName(), "unknown.rep");
    }

    /** What an answer means is said of the answer where the letter has it, else of the outreach. */
    private @Nullable Taps taps(@Nullable ResponseLetter response) {
        Taps ofResponse = response == null ? null : response.taps(oneTap, now);
        return ofResponse != null
                ? ofResponse
                : new OutreachTaps(oneTap, words, zone, now)
                        .of(due.kind(), due.recipient().id(), subject.outreachId());
    }

    private String wordsFor() {
        if (FOR_MANAGERS_TOO.contains(due.kind()) && !due.toOwner()) {
            return due.kind() + "_MANAGER";
        }
        // An answer to what stays closed pauses nothing and asks for no meaning.
        return due.kind() == ReminderKind.RESPONSE && due.standing().closed()
                ? "RESPONSE_CLOSED"
                : due.kind().name();
    }

    /** How often the reader was told, and what comes next. What did not reach them does not count. */
    private List<String> whichRepeat() {
        if (due.attempt() == 0 || !due.toOwner()) {
            return List.of();
        }
        if (due.attempt() > repeats) {
            return List.of(words.text("repeat.over"));
        }
        int number = due.earlier().size() + 1;
        int more = repeats - due.attempt();
        return number == 1 && more > 0
                ? List.of()
                : List.of(words.text(more > 0 ? "repeat" : "repeat.last", number, number + more));
    }

    private String lead(String kind, Object... places) {
        return words.textOr(kind + ".lead." + reason(), kind + ".lead", places);
    }

    /** What an event says besides its kind; some reasons have words of their own. */
    private @Nullable String reason() {
        if (due.event() instanceof StoryPermissionEnded ended) {
            return ended.reason();
        }
        if (due.event() instanceof EmailWithheld withheld) {
            return withheld.code();
        }
        return due.event() instanceof AttentionNeeded attention ? attention.reason() : null;
    }

    private List<String> whatElseIsHandedOver() {
        Integer together = due.event() instanceof OutreachTransferred transferred ? transferred.together() : null;
        return together == null || together < 2 ? List.of() : List.of(words.text("HANDED_OVER.together", together));
    }

    private List<String> whatElseWasRefused() {
        return due.refused() == null || due.refused().waiting() < 2
                ? List.of()
                : List.of(words.text("ADDRESS_REFUSED.together", due.refused().waiting()));
    }

    /**
     * The places of every text: 0 the executive, 1 the company, 2 what this kind of letter is about, 3 the rep, 4 how many
     * reminders of the same the rep got.
     */
    private Object[] places() {
        return new Object[] {executive, company, topic(), rep(), due.reached()};
    }

    private Object topic() {
        if (due.event() instanceof ResponseReceived response) {
            return sender(response);
        }
        if (due.event() instanceof SuggestionOpened suggestion) {
            return sender(suggestion.fromName(), suggestion.fromAddress());
        }
        if (due.event() instanceof AttentionNeeded attention) {
            return words.textOr("reason." + attention.reason(), "reason.OTHER");
        }
        if (due.event() instanceof StoryPermissionEnded ended) {
            return ended.competitor();
        }
        if (due.event() instanceof OutreachTransferred transferred) {
            return orElse(transferred.fromOwnerName(), "unknown.rep");
        }
        if (due.refused() != null) {
            return due.refused().person();
        }
        if (due.kind() == ReminderKind.NEXT_STEP && subject.nextStep() != null) {
            return words.day(subject.nextStep().on());
        }
        if (due.kind() == ReminderKind.CALL_DUE && subject.taskFrom() != null) {
            return words.day(subject.taskFrom().atZone(zone).toLocalDate());
        }
        if (due.kind() == ReminderKind.DISPOSITION) {
            return words.text("unknown.sender");
        }
        if (due.kind() == ReminderKind.RETURN && subject.lostAt() != null) {
            return words.day(subject.lostAt().atZone(zone).toLocalDate());
        }
        return silentDays();
    }

    private List<String> steps(String kind, Object... places) {
        if (due.event() instanceof AttentionNeeded attention) {
            return List.of(words.textOr("step." + attention.reason(), "step.OTHER", places));
        }
        return words.list(kind + ".step", places);
    }

    private void eventFacts() {
        if (due.event() instanceof ResponseReceived response) {
            fact("label.from", join(", ", sender(response), response.fromRole()));
            fact("label.address", response.fromAddress());
            fact("label.channel", words.text("channel." + response.channel().name()));
            fact("label.received", moment(response.receivedAt()));
        } else if (due.event() instanceof SuggestionOpened suggestion) {
            fact("label.from", sender(suggestion.fromName(), suggestion.fromAddress()));
            fact("label.address", suggestion.fromAddress());
            fact("label.subject", suggestion.subject());
            fact("label.received", moment(suggestion.at()));
            fact("label.words", suggestion.excerpt());
        } else if (due.event() instanceof AttentionNeeded attention) {
            fact("label.detail", attention.detail());
            fact("label.when", moment(attention.at()));
        } else if (due.event() instanceof EmailWithheld withheld) {
            reasons(withheld);
            fact("label.when", moment(withheld.at()));
        } else if (due.event() instanceof OutreachTransferred transferred) {
            fact("label.reason", transferred.reason());
            fact("label.stands", words.textOr("stands." + due.standing().state(), "stands.OTHER"));
        } else if (due.refused() != null) {
            fact("label.recipient", due.refused().person());
            fact("label.address", due.refused().address());
            fact("label.undelivered", words.text("mail." + due.refused().kind().name()));
            fact("label.answer", due.refused().answer());
        }
    }

    /** In the recipient's language where it is known; the words of the event are English. */
    private void reasons(EmailWithheld withheld) {
        if (withheld.code() == null) {
            fact("label.reason", withheld.reason());
            return;
        }
        fact("label.reason", words.textOr("reason." + withheld.code(), "reason.OTHER"));
        if (words.language().equals("en")) {
            fact("label.detail", withheld.reason());
        }
    }

    private void outreachFacts() {
        if (TELLS_NEXT_STEP.contains(due.kind()) && subject.nextStep() != null) {
            fact("label.next-step", subject.nextStep().what());
            fact("label.planned-for", words.day(subject.nextStep().on()));
            fact("label.contact", subject.nextStep().contact());
        }
        fact("label.executive", join(", ", subject.executive(), subject.executiveTitle()));
        fact("label.company", subject.company());
        if (!due.toOwner() || due.toDeputy()) {
            fact("label.rep", subject.repName());
        }
        fact("label.competitor", subject.competitor());
        fact("label.voicemail", moment(subject.voicemailAt()));
        fact("label.conversation", moment(subject.conversationAt()));
        fact("label.sent", moment(subject.emailSentAt()));
        fact("label.subject", subject.emailSubject());
        if (due.kind() == ReminderKind.RETURN && subject.lostAt() != null) {
            fact("label.lost", words.day(subject.lostAt().atZone(zone).toLocalDate()));
        }
        if (due.kind() == ReminderKind.FOLLOW_UP) {
            fact("label.silence", words.text("days", silentDays()));
        }
    }

    private long silentDays() {
        Instant since = subject.silentSince();
        return since == null
                ? 0
                : Math.max(
                        0,
                        ChronoUnit.DAYS.between(
                                since.atZone(zone).toLocalDate(),
                                now.atZone(zone).toLocalDate()));
    }

    private String sender(ResponseReceived response) {
        return sender(response.fromName(), response.fromAddress());
    }

    private String sender(@Nullable String fromName, @Nullable String fromAddress) {
        String name = join("", fromName);
        return name != null ? name : orElse(fromAddress, "unknown.sender");
    }

    private void fact(String label, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            // One line each: an excerpt of somebody's mail must not look like a fact of ours.
            facts.add(new Fact(words.text(label), HeaderText.display(value)));
        }
    }

    private @Nullable String moment(@Nullable Instant instant) {
        return instant == null ? null : words.moment(instant, zone);
    }

    private String orElse(@Nullable String value, String key) {
        return value == null || value.isBlank() ? words.text(key) : value;
    }

    private static @Nullable String join(String separator, @Nullable String... parts) {
        List<String> known = new ArrayList<>();
        for (String part : parts) {
            if (part != null && !part.isBlank()) {
                known.add(part.strip());
            }
        }
        return known.isEmpty() ? null : String.join(separator, known);
    }
}
