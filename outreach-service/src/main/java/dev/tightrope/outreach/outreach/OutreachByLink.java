package dev.tightrope.outreach.outreach;

import dev.tightrope.events.ResponseChannel;
import dev.tightrope.outreach.hold.CompanyHolds;
import dev.tightrope.outreach.hold.Hold;
import dev.tightrope.outreach.lifecycle.ClosureOutcome;
import dev.tightrope.outreach.people.People;
import dev.tightrope.outreach.people.Person;
import dev.tightrope.outreach.prospect.Executives;
import dev.tightrope.outreach.prospect.Prospects;
import dev.tightrope.outreach.story.Stories;
import dev.tightrope.outreach.story.Story;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An outreach for whoever holds a link to it in a mail: where it stands now, and what can be done about it. What is done is
 * done by the commands of the API, with their rules and refusals, and only to the version that was shown.
 */
@ApplicationScoped
public class OutreachByLink {
    private static final int MOST_STORIES = 200;

    private final OutreachStore store;
    private final ResponseStore responses;
    private final WorkOutreach work;
    private final RecordResponse recordResponse;
    private final CompanyHolds holds;
    private final Executives executives;
    private final Prospects prospects;
    private final Stories stories;
    private final StoryAboutCompany aboutCompany;
    private final People people;
    private final ValidRequest valid;
    private final Clock clock;

    OutreachByLink(
            OutreachStore store,
            ResponseStore responses,
            WorkOutreach work,
            RecordResponse recordResponse,
            CompanyHolds holds,
            Executives executives,
            Prospects prospects,
            Stories stories,
            StoryAboutCompany aboutCompany,
            People people,
            ValidRequest valid,
            Clock clock) {
        this.store = store;
        this.responses = responses;
        this.work = work;
        this.recordResponse = recordResponse;
        this.holds = holds;
        this.executives = executives;
        this.prospects = prospects;
        this.stories = stories;
        this.aboutCompany = aboutCompany;
        this.people = people;
        this.valid = valid;
        this.clock = clock;
    }

    /** What can be asked. */
    public sealed interface Wish {
        /**
         * Wait longer: until a day, else for some days more.
         *
         * @param until the day on which the silence ends
         * @param length days, ISO 8601, counted from the end of the wait, or from today if it is over
         */
        record WaitLonger(
                @Nullable LocalDate until, @Nullable String length) implements Wish {}

        /** Another round, with this story. */
        record CallAgain(@Nullable UUID storyId) implements Wish {}

        /** Somebody answered by phone, in person or another way. */
        record Answered(
                ResponseChannel channel,
                String name,
                @Nullable String role,
                String text) implements Wish {}

        /** What comes next in an engagement, and by when. */
        record PlanStep(String nextStep, LocalDate on) implements Wish {}

        /** The end. */
        record Close(ClosureOutcome outcome, @Nullable String reason) implements Wish {}
    }

    /**
     * Reads where it stands; changes nothing.
     *
     * @throws dev.tightrope.api.ProblemException 404 if this person may not, or no longer, act on it
     */
    public ShownOutreach show(Person reader, UUID id) {
        OutreachRow row = store.find(id, Acting.byLink(reader, people).visibility());
        Hold hold = holds.ofOutreach(id).orElse(null);
        List<String> possible = NextCommands.of(id, row.situation(), hold, clock.instant()).stream()
                .filter(NextCommands.NextCommand::possible)
                .map(NextCommands.NextCommand::command)
                .toList();
        OutreachRow.NextStep step = row.nextStep();
        return new ShownOutreach(
                id,
                row.version(),
                executives.byId(row.executiveId()).map(e -> e.name()).orElse(""),
                prospects.byId(row.prospectId()).map(p -> p.name()).orElse(""),
                row.ownerId().equals(reader.id())
                        ? null
                        : people.byId(row.ownerId()).map(Person::name).orElse(null),
                row.state(),
                row.view().outcome(),
                endOfWait(row),
                step == null ? null : step.what(),
                step == null ? null : step.on(),
                hold == null ? null : hold.contestedBy(),
                possible.stream()
                        .map(OutreachByLink::act)
                        .flatMap(Stream::ofNullable)
                        .collect(Collectors.toSet()),
                possible.stream()
                        .map(OutreachByLink::outcome)
                        .flatMap(Stream::ofNullable)
                        .toList(),
                possible.contains("round") ? stories(row) : List.of(),
                responses.open(id).stream()
                        .map(response -> new ShownOutreach.OpenResponse(response.id(), response.from()))
                        .toList());
    }

    private static @Nullable Act act(String command) {
        return switch (command) {
            case "wait-extension" -> Act.EXTEND;
            case "round" -> Act.CALL_AGAIN;
            case "response" -> Act.ANSWERED;
            case "next-step" -> Act.NEXT_STEP;
            case "cancellation" -> Act.CLOSE;
            default -> null;
        };
    }

    private static @Nullable ClosureOutcome outcome(String command) {
        return switch (command) {
            case "closure-as-won" -> ClosureOutcome.WON;
            case "closure-as-lost" -> ClosureOutcome.LOST;
            case "closure-as-no-response" -> ClosureOutcome.NO_RESPONSE;
            case "cancellation" -> ClosureOutcome.CANCELLED;
            default -> null;
        };
    }

    /** The same first, where it may be told once more. */
    private List<ShownOutreach.Choice> stories(OutreachRow row) {
        UUID same = row.situation().storyId();
        Instant now = clock.instant();
        Stream<Story> told = row.situation().storyBarred()
                ? Stream.empty()
                : stories.byId(same).filter(story -> story.mayBeNamedAt(now)).stream();
        Stream<Story> others = stories.nameable(now, row.language(), MOST_STORIES).stream()
                .filter(story -> !story.id().equals(same));
        return aboutCompany.notAbout(Stream.concat(told, others).toList(), row.prospectId()).stream()
                .map(story -> new ShownOutreach.Choice(
                        story.id(),
                        story.competitor().name() + " (" + story.offering() + ")",
                        story.id().equals(same)))
                .toList();
    }

    /** The day so much later than the wait would end, or than today if it is over; none for what is no number of days. */
    private @Nullable LocalDate moreDays(Acting acting, UUID id, ZoneId zone, @Nullable String length) {
        if (length == null) {
            return null;
        }
        Instant now = clock.instant();
        Instant over = endOfWait(store.find(id, acting.visibility()));
        Instant from = over == null || over.isBefore(now) ? now : over;
        try {
            return from.atZone(zone).toLocalDate().plus(Period.parse(length));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable Instant endOfWait(OutreachRow row) {
        return row.waitDueAt() == null ? WaitLimits.endOf(row.situation()) : row.waitDueAt();
    }

    /**
     * Does it, once.
     *
     * @param seen the version that was shown
     * @throws dev.tightrope.api.ProblemException 400 or 422 naming the field; 404 if this person may not; 409 if the
     *     outreach does not allow it; 412 if it is no longer what was shown
     */
    public void act(Person by, UUID id, long seen, Wish wish) {
        Acting acting = Acting.byLink(by, people).having(seen);
        if (wish instanceof Wish.WaitLonger longer) {
            LocalDate day = longer.until() == null ? moreDays(acting, id, by.zone(), longer.length()) : longer.until();
            work.extendWait(
                    acting,
                    id,
                    valid(new Requests.WaitExtension(
                            day == null ? null : day.atStartOfDay(by.zone()).toInstant(),
                            day == null ? longer.length() : null)));
        } else if (wish instanceof Wish.CallAgain again) {
            work.nextRound(acting, id, valid(new Requests.NextRound(again.storyId(), null, null, null, null)));
        } else if (wish instanceof Wish.Answered answered) {
            recordResponse.record(
                    acting,
                    id,
                    valid(new Requests.NewResponse(
                            answered.channel(),
                            new Requests.Somebody(answered.name(), answered.role(), null, null),
                            answered.text(),
                            null)));
        } else if (wish instanceof Wish.PlanStep step) {
            work.planNextStep(acting, id, valid(new Requests.NextStep(step.nextStep(), step.on(), null)), "*");
        } else if (wish instanceof Wish.Close close) {
            work.close(acting, id, valid(new Requests.Closure(close.outcome(), close.reason())));
        }
    }

    private <T> T valid(T request) {
        valid.require(request);
        return request;
    }
}
