package dev.tightrope.scheduler;

import dev.tightrope.events.EmailSent;
import dev.tightrope.events.EventType;
import dev.tightrope.events.ExecutiveFacts;
import dev.tightrope.events.OutreachEngaged;
import dev.tightrope.events.OutreachMoved;
import dev.tightrope.events.OutreachOpened;
import dev.tightrope.events.OutreachRef;
import dev.tightrope.events.OutreachTransferred;
import dev.tightrope.events.PersonProfileChanged;
import dev.tightrope.events.ResponseChannel;
import dev.tightrope.events.ResponseReceived;
import dev.tightrope.events.RoundStarted;
import dev.tightrope.events.SuggestionOpened;
import dev.tightrope.events.SuggestionSettled;
import dev.tightrope.events.TightropeEvent;
import dev.tightrope.events.VoicemailLeft;
import dev.tightrope.events.WaitStarted;
import dev.tightrope.messaging.EventHandler;
import dev.tightrope.messaging.Received;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jdbi.v3.core.Jdbi;

/** Tells the service events as its inbox would: the handlers in one transaction. */
@ApplicationScoped
public class Story {
    /** When voicemails are left and mails sent in these stories: long enough ago that every wait is over. */
    public static final Instant CALLED_AT = Instant.parse("2026-02-10T09:12:00Z");

    private final List<EventHandler<?>> handlers;
    private final Jdbi jdbi;
    private final AtomicLong moves = new AtomicLong();
    private final AtomicLong numbers = new AtomicLong();

    Story(@All List<EventHandler<?>> handlers, Jdbi jdbi) {
        this.handlers = handlers;
        this.jdbi = jdbi;
    }

    /** A reference to a new outreach of somebody. */
    public static OutreachRef ref(UUID owner, UUID team) {
        return new OutreachRef(UUID.randomUUID(), 1, UUID.randomUUID(), owner, team);
    }

    /** Lets an event take effect, with an identity of its own. */
    public void tell(TightropeEvent event) {
        tell(UUID.randomUUID(), event);
    }

    /** Lets an event take effect. */
    public void tell(UUID eventId, TightropeEvent event) {
        tell(eventId, numbers.incrementAndGet(), event);
    }

    /** Lets an event with a number of its own take effect. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    public void tell(UUID eventId, long number, TightropeEvent event) {
        List<EventHandler<?>> subscribed = handlers.stream()
                .filter(candidate -> candidate.eventClass() == event.getClass())
                .toList();
        if (subscribed.isEmpty()) {
            throw new IllegalArgumentException("Nobody listens to " + event.getClass());
        }
        Received received = new Received(eventId, CALLED_AT, "outreach-service", number, event);
        QuarkusTransaction.requiringNew()
                .run(() -> subscribed.forEach(handler -> ((EventHandler) handler).handle(received)));
    }

    /** The profile of a person. */
    public void profile(UUID id, String name, String email, UUID team, boolean manager) {
        tell(new PersonProfileChanged(id, name, null, null, email, "Europe/Stockholm", "en", null, team, manager));
    }

    /** An outreach whose mail was sent, up to the move to the state in which a wait begins. */
    public void awaiting(OutreachRef ref, String company) {
        tell(new OutreachOpened(
                ref,
                company,
                "SE",
                new ExecutiveFacts(UUID.randomUUID(), "Karin Holm", "CEO", "+46700000001", null, "sv", null),
                CALLED_AT));
        tell(new RoundStarted(ref, UUID.randomUUID(), "Baltic Lines", CALLED_AT));
        tell(new VoicemailLeft(ref, UUID.randomUUID(), 1, "aa", CALLED_AT, CALLED_AT.plusSeconds(10), null));
        tell(new EmailSent(ref, 1, "aa", "<m@x>", CALLED_AT.plusSeconds(10), CALLED_AT.plusSeconds(11)));
        move(ref, "AWAITING_RESPONSE");
    }

    /** An outreach with a running wait. */
    public void waiting(OutreachRef ref, String company, int waitNumber, String length) {
        awaiting(ref, company);
        tell(wait(ref, waitNumber, length));
    }

    /** The beginning of a wait. */
    public static WaitStarted wait(OutreachRef ref, int number, String length) {
        return new WaitStarted(ref, number, CALLED_AT.plusSeconds(11), length, null, "e-mail sent");
    }

    /** An engaged outreach with a next step. */
    public void engaged(OutreachRef ref, String company, LocalDate nextStepOn) {
        awaiting(ref, company);
        move(ref, "ENGAGED");
        tell(nextStep(ref, nextStepOn));
    }

    /** The plan of a next step. */
    public static OutreachEngaged nextStep(OutreachRef ref, LocalDate on) {
        return new OutreachEngaged(ref, "Per Lund", "Show the quote tool to the planners", on, CALLED_AT);
    }

    /** Its transfer to somebody else. */
    public static OutreachTransferred transferred(OutreachRef ref, UUID to) {
        return new OutreachTransferred(
                new OutreachRef(ref.outreachId(), ref.round(), ref.prospectId(), to, null),
                ref.ownerId(),
                "Anna leaves us",
                CALLED_AT,
                null,
                "Anna Berg",
                null,
                1);
    }

    /** The next move of an outreach. */
    public void move(OutreachRef ref, String to) {
        tell(moved(ref, to));
    }

    /** The event of the next move of an outreach. */
    public OutreachMoved moved(OutreachRef ref, String to) {
        return new OutreachMoved(ref, null, to, moves.incrementAndGet(), "test", CALLED_AT);
    }

    /** An answer by mail. */
    public static ResponseReceived response(OutreachRef ref) {
        return new ResponseReceived(
                ref,
                UUID.randomUUID(),
                ResponseChannel.EMAIL,
                "Per Lund",
                "per.lund@nordfrakt.example",
                "Maintenance manager",
                false,
                "Karin passed your mail on to me.\nCould we talk on Thursday?",
                CALLED_AT.plusSeconds(3_600),
                null,
                null,
                "Karin passed your mail on to me.\nCould we talk on Thursday?",
                null);
    }

    /** A message that may be an answer. */
    public static SuggestionOpened suggestion(OutreachRef ref) {
        return new SuggestionOpened(
                ref,
                UUID.randomUUID(),
                UUID.randomUUID(),
                "Per Lund",
                "per.lund@nordfrakt.example",
                "A question",
                "Somebody showed me a mail of yours.",
                "held-company",
                CALLED_AT.plusSeconds(3_600));
    }

    /** What somebody said of it. */
    public static SuggestionSettled settled(SuggestionOpened suggestion, String verdict) {
        return new SuggestionSettled(
                suggestion.ref(),
                suggestion.suggestionId(),
                verdict,
                suggestion.ref().ownerId(),
                CALLED_AT);
    }

    /** Timers of as many waits, told by nobody. */
    public void setTimers(int count, String dueAt) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        WITH made AS (
                            INSERT INTO outreach (id, round, prospect_id, owner_id, state, state_since, open_since,
                                state_version, wait_number, wait_from, wait_length, wait_ended)
                            SELECT uuidv7(), 1, uuidv7(), uuidv7(), 'AWAITING_RESPONSE', now(), now(), 1, 1,
                                now(), 'PT1S', false
                            FROM generate_series(1, :count) RETURNING id)
                        INSERT INTO timer (id, outreach_id, kind, round, version, due_at)
                        SELECT uuidv7(), id, 'WAIT', 1, 1,\s""" + dueAt + " FROM made")
                .bind("count", count)
                .execute());
    }

    /** How many events of a type the outbox holds for an aggregate, published or not. */
    public long told(EventType type, UUID aggregate) {
        return count("SELECT count(*) FROM outbox_event WHERE type = ? AND aggregate_id = ?", type.type(), aggregate);
    }

    /** The number a query gives. */
    public long count(String query, Object... values) {
        return jdbi.withHandle(
                handle -> handle.select(query, values).mapTo(Long.class).one());
    }

    /** The text a query gives. */
    public String text(String query, Object... values) {
        return jdbi.withHandle(
                handle -> handle.select(query, values).mapTo(String.class).one());
    }

    /** Takes everything away that a test before has left. */
    public void forget() {
        jdbi.useHandle(
                handle -> handle.execute(
                        "TRUNCATE forward, open_suggestion, timer, timer_history, clock_hold, reminder, reminder_preference, outreach, outreach_round, person, working_times, closure, absence, changed_times, deputy"));
    }
}
