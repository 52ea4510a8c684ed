package dev.tightrope.scheduler.explanation;

import dev.tightrope.scheduler.calendar.DayOff;
import dev.tightrope.scheduler.calendar.WorkingCalendar;
import dev.tightrope.scheduler.calendar.WorkingPlace;
import dev.tightrope.scheduler.explanation.Explanation.Happening;
import dev.tightrope.scheduler.explanation.Explanation.Moment;
import dev.tightrope.scheduler.explanation.Explanation.Reason;
import dev.tightrope.scheduler.explanation.Facts.Mail;
import dev.tightrope.scheduler.people.Person;
import dev.tightrope.scheduler.reminder.Wording;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the rules that hold for one outreach, and the words for them. */
final class ExplanationWriter {
    private static final Set<String> RAISED_BY_TIMERS =
            Set.of("FOLLOW_UP", "CALL_DUE", "DISPOSITION", "NEXT_STEP", "RETURN");
    /** What an answer pauses that may turn out not to be theirs. */
    private static final Set<String> MAY_COME_BACK = Set.of("FOLLOW_UP", "NEXT_STEP");

    private final Facts facts;
    private final WorkingCalendar calendar;
    private final Instant now;
    private final int repeats;
    private final Wording words;
    private final ZoneId zone;
    private final WorkingPlace ownersPlace;
    private final String executive;
    private final String company;
    private final String rep;

    ExplanationWriter(Facts facts, WorkingCalendar calendar, Instant now, int repeats, @Nullable Person reader) {
        this.facts = facts;
        this.calendar = calendar;
        this.now = now;
        this.repeats = repeats;
        String ofProfile = reader == null ? "en" : reader.language();
        this.words = Wording.of(facts.language() == null ? ofProfile : facts.language());
        this.zone = reader == null ? WorkingPlace.UNKNOWN.zone() : WorkingPlace.zone(reader.zone());
        this.ownersPlace = facts.place();
        this.executive = known(facts.executive(), "unknown.executive");
        this.company = known(facts.company(), "unknown.company");
        this.rep = known(facts.owner() == null ? null : facts.owner().name(), "unknown.rep");
    }

    Explanation write() {
        // What holds everything comes before what the state asks for: with it nothing goes on, whatever is done.
        List<Reason> reasons = new ArrayList<>();
        if (holdsTimers() == Rule.SUGGESTION_OPEN) {
            reasons.add(reason(Rule.SUGGESTION_OPEN, facts.suggestedAt()));
        }
        if (facts.clockHeldAt() != null && !facts.timers().isEmpty()) {
            reasons.add(reason(Rule.CLOCK_HELD, facts.clockHeldAt()));
        }
        reasons.add(reason(ofState(), facts.since()));
        LocalDate today = now.atZone(ownersPlace.zone()).toLocalDate();
        if (!facts.timers().isEmpty() && calendar.dayOff(today, ownersPlace).isPresent()) {
            reasons.add(reason(Rule.DAY_OFF, null));
        }
        mails(reasons);
        return new Explanation(
                facts.outreachId(),
                facts.state(),
                facts.since(),
                reasons.get(0),
                reasons.subList(1, reasons.size()),
                moments());
    }

    private @Nullable Rule holdsTimers() {
        if (facts.suggestedAt() != null && !"CLOSED".equals(facts.state())) {
            return Rule.SUGGESTION_OPEN;
        }
        return facts.clockHeldAt() == null ? null : Rule.CLOCK_HELD;
    }

    private Rule ofState() {
        return switch (facts.state() == null ? "" : facts.state()) {
            case "PREPARING_EMAIL" -> Rule.EMAIL_NOT_APPROVED;
            case "PREPARING_SCRIPT" -> Rule.SCRIPT_NOT_APPROVED;
            case "READY_TO_CALL" -> callIsPlanned() ? Rule.CALL_PLANNED : Rule.CALL_TO_MAKE;
            case "SENDING_EMAIL" -> Rule.EMAIL_ON_ITS_WAY;
            case "AWAITING_RESPONSE" -> ofWait();
            case "FOLLOW_UP_DUE" -> Rule.FOLLOW_UP_TO_DO;
            case "RESPONDED" -> Rule.MEANING_TO_SAY;
            case "ENGAGED" -> ofNextStep();
            case "NEEDS_ATTENTION" -> Rule.DECISION_NEEDED;
            case "CLOSED" -> facts.has("RETURN") ? Rule.RETURN_PLANNED : Rule.CLOSED;
            default -> Rule.NOT_KNOWN_YET;
        };
    }

    private boolean callIsPlanned() {
        return facts.callFrom() != null && facts.callFrom().isAfter(now);
    }

    private Rule ofWait() {
        if (facts.has("WAIT")) {
            return Rule.WAIT_RUNNING;
        }
        return facts.waiting() ? Rule.WAIT_OVER : Rule.WAIT_TO_BEGIN;
    }

    private Rule ofNextStep() {
        if (facts.nextStepOn() == null) {
            return Rule.NEXT_STEP_MISSING;
        }
        boolean passed =
                facts.nextStepOn().isBefore(now.atZone(ownersPlace.zone()).toLocalDate());
        return passed ? Rule.NEXT_STEP_OVERDUE : Rule.NEXT_STEP_AHEAD;
    }

    /** Mails that do not arrive, each obstacle once. */
    private void mails(List<Reason> reasons) {
        if (facts.owner() == null) {
            reasons.add(reason(Rule.PROFILE_MISSING, null));
        } else if (facts.owner().email() == null) {
            reasons.add(reason(Rule.ADDRESS_MISSING, null));
        }
        facts.mails().stream()
                .filter(Mail::refused)
                .findFirst()
                .ifPresent(mail -> reasons.add(
                        reason(Rule.MAIL_REFUSED, null, known(mail.address(), "unknown.sender"), recipient(mail))));
        facts.mails().stream()
                .filter(mail -> !mail.refused()
                        && mail.lastError() != null
                        && holdsMail(mail).isEmpty())
                .findFirst()
                .ifPresent(mail -> reasons.add(
                        reason(Rule.MAIL_DELAYED, null, String.valueOf(mail.lastError()), recipient(mail))));
    }

    private List<Moment> moments() {
        List<Moment> moments = new ArrayList<>();
        facts.timers()
                .forEach(timer -> moments.add(new Moment(
                        timer.dueAt(),
                        Happening.valueOf(timer.kind()),
                        null,
                        timer.attempt(),
                        text(timer.attempt() > repeats ? "moment.MANAGER" : "moment." + timer.kind(), "", rep),
                        daysOffBefore(timer.dueAt()),
                        holdsTimers())));
        facts.mails().stream()
                .filter(mail -> !mail.refused())
                .forEach(mail -> moments.add(new Moment(
                        mail.nextAttemptAt(),
                        Happening.MAIL,
                        mail.id(),
                        null,
                        text(mail.inDigest() ? "moment.DIGEST" : "moment.MAIL", "", recipient(mail)),
                        List.of(),
                        holdsMail(mail).orElse(null))));
        moments.sort(Comparator.comparing(Moment::at));
        return moments;
    }

    /** What a mail waits for. A notice is sent at once; what a timer raised waits for a suggestion to be settled. */
    private Optional<Rule> holdsMail(Mail mail) {
        if (mail.recipient() == null) {
            return Optional.of(Rule.PROFILE_MISSING);
        }
        if (mail.address() == null) {
            return Optional.of(Rule.ADDRESS_MISSING);
        }
        if (holdsTimers() == Rule.SUGGESTION_OPEN && RAISED_BY_TIMERS.contains(mail.kind())) {
            return Optional.of(Rule.SUGGESTION_OPEN);
        }
        return "RESPONDED".equals(facts.state()) && MAY_COME_BACK.contains(mail.kind())
                ? Optional.of(Rule.MEANING_TO_SAY)
                : Optional.empty();
    }

    /** The days off that end right before a moment, the first one first. */
    private List<DayOff> daysOffBefore(Instant moment) {
        Deque<DayOff> days = new ArrayDeque<>();
        LocalDate day = moment.atZone(ownersPlace.zone()).toLocalDate().minusDays(1);
        Optional<String> reason = calendar.dayOff(day, ownersPlace);
        while (reason.isPresent()) {
            days.addFirst(new DayOff(day, reason.get()));
            day = day.minusDays(1);
            reason = calendar.dayOff(day, ownersPlace);
        }
        return List.copyOf(days);
    }

    private Reason reason(Rule rule, @Nullable Instant since) {
        return reason(rule, since, about(rule), rep);
    }

    private Reason reason(Rule rule, @Nullable Instant since, String about, String whom) {
        return new Reason(rule, rule.actor(), text("explain." + rule, about, whom), since);
    }

    /** What a rule's words name besides the outreach. */
    private String about(Rule rule) {
        return switch (rule) {
            case WAIT_RUNNING, RETURN_PLANNED ->
                facts.timers().stream()
                        .filter(timer -> timer.kind().equals(rule == Rule.WAIT_RUNNING ? "WAIT" : "RETURN"))
                        .map(timer -> words.moment(timer.dueAt(), zone))
                        .findFirst()
                        .orElse("");
            case CALL_PLANNED -> facts.callFrom() == null ? "" : words.moment(facts.callFrom(), zone);
            case NEXT_STEP_AHEAD, NEXT_STEP_OVERDUE -> facts.nextStepOn() == null ? "" : words.day(facts.nextStepOn());
            case DECISION_NEEDED -> words.textOr("reason." + facts.attention(), "reason.OTHER");
            default -> "";
        };
    }

    private String text(String key, String about, String whom) {
        return words.text(key, executive, company, about, whom);
    }

    private String recipient(Mail mail) {
        return known(mail.recipient(), "unknown.rep");
    }

    private String known(@Nullable String value, String otherwise) {
        return value == null || value.isBlank() ? words.text(otherwise) : value;
    }
}
