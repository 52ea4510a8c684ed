package dev.tightrope.scheduler.timer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tightrope.events.CallUnsuccessful;
import dev.tightrope.events.OutreachClosed;
import dev.tightrope.events.OutreachEngaged;
import dev.tightrope.events.OutreachMoved;
import dev.tightrope.events.PersonProfileChanged;
import dev.tightrope.events.SuggestionOpened;
import dev.tightrope.events.WaitStarted;
import dev.tightrope.scheduler.Story;
import dev.tightrope.scheduler.timer.Expected.Place;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A year of random acts against the rules: what is to be told is told once, to whom it is for, on the working morning it is
 * for; nothing else is told, and nothing is lost. Time goes by as fast as the database can follow.
 */
@QuarkusTest
class YearOfHistoryIT {
    private static final Instant BEGIN = Instant.parse("2027-01-04T09:00:00Z");
    private static final Duration YEAR = Duration.ofDays(365);
    private static final Set<String> COUNTED = Set.of("FOLLOW_UP", "RETURN");
    private static final int REPEATS = 3;
    private static final int PAUSE = 3;
    private static final List<Place> PLACES = List.of(
            new Place(ZoneId.of("Europe/Stockholm"), "SE"),
            new Place(ZoneId.of("America/New_York"), "US"),
            new Place(ZoneId.of("Asia/Tokyo"), "JP"));

    @Inject
    Story story;

    @Inject
    RaiseDueFollowUps raise;

    @Inject
    ShiftableClock clock;

    @Inject
    ShiftableStopWatch stopWatch;

    @Inject
    ClockGuard guard;

    @Inject
    Jdbi jdbi;

    private final UUID team = UUID.randomUUID();
    private final UUID manager = UUID.randomUUID();
    private final List<UUID> reps = Stream.generate(UUID::randomUUID).limit(3).toList();
    private final List<Place> places = new ArrayList<>(PLACES);
    private final List<Life> lives = new ArrayList<>();
    private final Set<UUID> seen = new HashSet<>();
    private final StringBuilder journal = new StringBuilder();
    private Random random = new Random(0);
    private Instant now = BEGIN;
    private Duration wall = Duration.ZERO;
    private Duration monotonic = Duration.ZERO;
    private int told;

    @AfterEach
    void theClockIsRightAgain() {
        clock.shiftBy(Duration.ZERO);
        stopWatch.shiftBy(Duration.ZERO);
        raise.runOnce();
        guard.confirm();
        story.forget();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 20270104})
    void whatIsToBeToldIsToldOnceInTimeAndNothingElse(long seed) throws Exception {
        random = new Random(seed);
        begin();
        Instant nextAct = BEGIN;
        while (now.isBefore(BEGIN.plus(YEAR))) {
            Instant due = lives.stream()
                    .flatMap(this::dues)
                    .min(Comparator.naturalOrder())
                    .orElse(Instant.MAX);
            boolean acts = nextAct.isBefore(due);
            goTo(acts ? nextAct : due);
            if (acts) {
                act(lives.get(random.nextInt(lives.size())));
                nextAct = now.plus(Duration.ofMinutes(random.nextInt(24 * 60)));
            }
            fireAndCompare("seed " + seed);
        }
        assertThat(told).as("a year in which something happens").isGreaterThan(300);
    }

    private void begin() {
        story.forget();
        wall = Duration.between(clock.now(), BEGIN);
        clock.shiftBy(wall);
        raise.runOnce();
        guard.confirm();
        story.profile(manager, "Maria Ek", manager + "@seller.example", team, true);
        for (int rep = 0; rep < reps.size(); rep++) {
            works(rep, PLACES.get(rep));
        }
        for (int number = 0; number < 24; number++) {
            Life life = new Life(Story.ref(reps.get(number % 3), team), number % 3);
            story.awaiting(life.ref, "Company " + number);
            life.moves = 1_000_000;
            lives.add(life);
            toCall(life);
        }
    }

    /** Time goes by, on the wall and on the stop watch; now and then only the wall clock goes, and nothing may be told. */
    private void goTo(Instant moment) {
        if (!moment.isAfter(now)) {
            return;
        }
        now = moment;
        Duration step = Duration.between(clock.now(), moment);
        if (step.isNegative()) {
            return;
        }
        wall = wall.plus(step);
        clock.shiftBy(wall);
        if (step.compareTo(Duration.ofHours(1)) < 0 || random.nextInt(40) > 0) {
            monotonic = monotonic.plus(step);
            stopWatch.shiftBy(monotonic);
            return;
        }
        raise.runOnce();
        assertThat(guard.hold()).as("a jump to " + moment).isPresent();
        assertThat(raised()).isEmpty();
        guard.confirm();
    }

    /** Whatever is due by the rules has to be told by now, and nothing else. */
    private void fireAndCompare(String seed) throws Exception {
        if (random.nextInt(10) == 0) {
            RaiseDueFollowUpsIT.inParallel(3, () -> {
                raise.runOnce();
                return null;
            });
        }
        while (raise.runOnce().isZero()) {
            Thread.onSpinWait();
        }
        List<String> due = new ArrayList<>();
        for (Life life : lives) {
            for (Map.Entry<String, Expected> next : List.copyOf(life.expected.entrySet())) {
                if (life.suggestion == null && !next.getValue().at(place(life)).isAfter(now)) {
                    due.add(toldBy(life, next.getKey(), next.getValue()));
                }
            }
        }
        List<String> raised = raised();
        assertThat(raised).as(() -> seed + ", at " + now + ":\n" + journal).containsExactlyInAnyOrderElementsOf(due);
        told += due.size();
    }

    private List<String> raised() {
        return jdbi.withHandle(handle -> handle
                .createQuery("SELECT * FROM reminder WHERE version IS NOT NULL")
                .map((row, ctx) -> seen.add(row.getObject("id", UUID.class))
                        ? row.getString("kind") + " " + row.getObject("outreach_id") + " " + row.getInt("attempt")
                                + " to " + row.getObject("recipient_id")
                        : "")
                .list()
                .stream()
                .filter(line -> !line.isEmpty())
                .toList());
    }

    /** Takes what is told out of what is expected, and expects what follows. */
    private String toldBy(Life life, String kind, Expected due) {
        life.expected.remove(kind);
        boolean last = kind.equals("NEXT_STEP_ESCALATION") || due.attempt() > REPEATS;
        switch (kind) {
            case "RETURN" -> {}
            case "NEXT_STEP" -> life.stepTold = true;
            case "NEXT_STEP_ESCALATION" -> life.stepEscalated = true;
            default -> {
                if (kind.equals("FOLLOW_UP")) {
                    life.followUpsTold = due.attempt();
                    life.waitRuns = false;
                }
                if (!last) {
                    life.expected.put(kind, repeat(life, due.attempt() + 1));
                }
            }
        }
        return kind.replace("_ESCALATION", "") + " " + life.ref.outreachId() + " " + due.attempt() + " to "
                + (last ? manager : life.ref.ownerId());
    }

    private void act(Life life) {
        int choice = random.nextInt(8);
        if (random.nextInt(60) == 0) {
            works(life.rep, PLACES.get(random.nextInt(PLACES.size())));
        } else if (life.suggestion != null) {
            if (choice > 3) {
                story.tell(Story.settled(life.suggestion, "REJECTED"));
                life.suggestion = null;
                note(life, "suggestion settled");
            }
        } else if (choice == 0) {
            SuggestionOpened suggestion = Story.suggestion(life.ref);
            story.tell(suggestion);
            life.suggestion = suggestion;
            note(life, "suggestion opened");
        } else {
            actIn(life, choice);
        }
    }

    private void actIn(Life life, int choice) {
        switch (life.state) {
            case "PREPARING_EMAIL" -> toCall(life);
            case "READY_TO_CALL" -> {
                switch (choice) {
                    case 1, 2 -> unsuccessful(life);
                    case 3 -> move(life, "PREPARING_EMAIL");
                    case 4 -> respond(life);
                    case 5 -> close(life, "UNREACHABLE");
                    default -> awaits(life);
                }
            }
            case "AWAITING_RESPONSE" -> {
                switch (choice) {
                    case 1, 2 -> respond(life);
                    case 3 -> story.tell(wait(life, life.wait, "P1D"));
                    case 4 -> close(life, "CANCELLED");
                    // What was raised is taken up late, as if outreach-service had been down.
                    default -> {
                        if (!life.waitRuns && life.followUpsTold >= 0) {
                            move(life, "FOLLOW_UP_DUE");
                        }
                    }
                }
            }
            case "FOLLOW_UP_DUE" -> {
                switch (choice) {
                    case 1 -> awaits(life);
                    case 2 -> move(life, "PREPARING_EMAIL");
                    case 3 -> close(life, "NO_RESPONSE");
                    case 4, 5, 6 -> respond(life);
                    default -> {}
                }
            }
            case "RESPONDED" -> {
                switch (choice) {
                    case 1, 2 -> engage(life);
                    case 3 -> awaits(life);
                    case 4, 6, 7 -> back(life);
                    case 5 -> close(life, "DECLINED");
                    default -> {}
                }
            }
            case "ENGAGED" -> {
                switch (choice) {
                    case 1, 2 -> nextStep(life);
                    case 3 -> respond(life);
                    case 4 -> close(life, "LOST");
                    default -> {}
                }
            }
            default -> {
                if (choice == 1 && !life.expected.containsKey("RETURN")) {
                    respond(life);
                }
            }
        }
    }

    private void toCall(Life life) {
        move(life, "READY_TO_CALL");
        life.callFrom = life.nextCall.isAfter(now) ? life.nextCall : now;
        life.expected.put("CALL_DUE", new Expected(0, life.callFrom, 1));
    }

    private void unsuccessful(Life life) {
        Instant next = random.nextBoolean() ? now.plus(Duration.ofHours(random.nextInt(100))) : null;
        story.tell(new CallUnsuccessful(life.ref, UUID.randomUUID(), "NO_ANSWER", now, next, life.ref.ownerId(), 1));
        life.nextCall = next == null ? now : next;
        // One call more, tried before its time, takes none of the time that was planned.
        life.callFrom = life.callFrom.isAfter(life.nextCall) ? life.callFrom : life.nextCall;
        life.expected.put("CALL_DUE", new Expected(0, life.callFrom, 1));
        note(life, "nobody reached, next call " + next);
    }

    private void awaits(Life life) {
        String length = "P" + (1 + random.nextInt(21)) + "D";
        boolean stateFirst = random.nextBoolean();
        WaitStarted started = wait(life, life.wait + 1, length);
        if (!stateFirst) {
            story.tell(started);
        }
        move(life, "AWAITING_RESPONSE");
        if (stateFirst) {
            story.tell(started);
        }
        life.wait++;
        life.waitRuns = true;
        life.followUpsTold = -1;
        life.waitFrom = now;
        life.waitLength = Period.parse(length);
        life.expected.put("FOLLOW_UP", over(life));
        note(life, "waits " + length);
    }

    private void respond(Life life) {
        life.before = life.state;
        boolean engaged = life.state.equals("ENGAGED");
        move(life, "RESPONDED");
        if (!engaged) {
            life.step = 0;
        }
        Place place = place(life);
        life.expected.put(
                "DISPOSITION", new Expected(0, place.startOf(place.day(now).plusDays(1)), 0));
    }

    /** Not from them at all: back where it was. */
    private void back(Life life) {
        switch (life.before) {
            case "FOLLOW_UP_DUE" -> {
                move(life, "FOLLOW_UP_DUE");
                if (life.followUpsTold <= REPEATS) {
                    life.expected.put("FOLLOW_UP", repeat(life, life.followUpsTold + 1));
                }
            }
            case "ENGAGED" -> {
                move(life, "ENGAGED");
                life.stepFrom = life.stepFrom.isAfter(now) ? life.stepFrom : now;
                expectStep(life);
            }
            case "READY_TO_CALL" -> toCall(life);
            default -> awaits(life);
        }
    }

    private void engage(Life life) {
        move(life, "ENGAGED");
        nextStep(life);
    }

    private void nextStep(Life life) {
        LocalDate on = place(life).day(now).plusDays(random.nextInt(10));
        story.tell(new OutreachEngaged(life.ref, "Per Lund", "Show the quote tool", on, now));
        life.step++;
        life.stepTold = false;
        life.stepEscalated = false;
        life.stepFrom = now;
        life.stepOn = on;
        expectStep(life);
        note(life, "next step on " + on);
    }

    /** A step's day is over when it is over where the rep works. */
    private void expectStep(Life life) {
        if (life.step == 0) {
            return;
        }
        Place place = place(life);
        Instant over = place.startOf(life.stepOn.plusDays(1));
        Instant from = over.isBefore(life.stepFrom) ? life.stepFrom : over;
        expect(life, "NEXT_STEP", life.stepTold, new Expected(0, from, 0));
        expect(life, "NEXT_STEP_ESCALATION", life.stepEscalated, new Expected(0, from, PAUSE));
    }

    private static void expect(Life life, String kind, boolean toldAlready, Expected next) {
        if (toldAlready) {
            life.expected.remove(kind);
        } else {
            life.expected.put(kind, next);
        }
    }

    private void close(Life life, String outcome) {
        move(life, "CLOSED");
        story.tell(new OutreachClosed(life.ref, outcome, null, now));
        if (outcome.equals("LOST")) {
            life.waitFrom = now;
            life.waitLength = Period.ofMonths(6);
            life.expected.put("RETURN", over(life));
        }
    }

    private void move(Life life, String to) {
        story.tell(new OutreachMoved(life.ref, life.state, to, ++life.moves, "test", now));
        if (random.nextInt(10) == 0) {
            story.tell(new OutreachMoved(life.ref, null, "ENGAGED", life.moves - 1, "late", now));
        }
        Expected followUp = life.expected.get("FOLLOW_UP");
        life.expected.clear();
        if (to.equals("FOLLOW_UP_DUE") && followUp != null) {
            life.expected.put("FOLLOW_UP", followUp);
        }
        if (!to.equals("RESPONDED") && !to.equals("ENGAGED")) {
            life.step = 0;
        }
        life.state = to;
        note(life, "moves to " + to);
    }

    /** A rep goes to work elsewhere: all that is to be told of theirs comes on the mornings there. */
    private void works(int rep, Place place) {
        places.set(rep, place);
        story.tell(new PersonProfileChanged(
                reps.get(rep),
                "Rep",
                null,
                null,
                "rep@seller.example",
                place.zone().getId(),
                "en",
                null,
                team,
                false));
        for (Life life : lives) {
            if (life.rep == rep && life.state.equals("ENGAGED")) {
                expectStep(life);
            } else if (life.rep == rep) {
                life.expected.replaceAll(
                        (kind, next) -> next.attempt() == 0 && COUNTED.contains(kind) ? over(life) : next);
            }
        }
        journal.append(now)
                .append(" rep ")
                .append(rep)
                .append(" works in ")
                .append(place)
                .append('\n');
    }

    /** What is counted in days, weeks or months ends on the calendar of the place. */
    private Expected over(Life life) {
        return new Expected(
                0,
                life.waitFrom.atZone(place(life).zone()).plus(life.waitLength).toInstant(),
                0);
    }

    private Expected repeat(Life life, int attempt) {
        Place place = place(life);
        return new Expected(attempt, place.startOf(place.day(now)), PAUSE);
    }

    private WaitStarted wait(Life life, int number, String length) {
        return new WaitStarted(life.ref, number, now.truncatedTo(ChronoUnit.MICROS), length, null, "test");
    }

    private Stream<Instant> dues(Life life) {
        return life.suggestion == null
                ? life.expected.values().stream().map(next -> next.at(place(life)))
                : Stream.empty();
    }

    private Place place(Life life) {
        return places.get(life.rep);
    }

    private void note(Life life, String what) {
        journal.append(now)
                .append(' ')
                .append(life.ref.outreachId())
                .append(' ')
                .append(what)
                .append('\n');
    }
}
