package dev.tightrope.outreach.outreach;

import dev.tightrope.api.ETags;
import dev.tightrope.api.FieldError;
import dev.tightrope.api.Problems;
import dev.tightrope.outreach.hold.CompanyHolds;
import dev.tightrope.outreach.hold.HoldOverride;
import dev.tightrope.outreach.lifecycle.ClosureOutcome;
import dev.tightrope.outreach.lifecycle.OutreachState;
import dev.tightrope.outreach.lifecycle.OutreachTrigger;
import dev.tightrope.outreach.prospect.Executive;
import dev.tightrope.outreach.prospect.Executives;
import dev.tightrope.outreach.prospect.Prospect;
import dev.tightrope.outreach.prospect.Prospects;
import dev.tightrope.outreach.story.Story;
import dev.tightrope.outreach.suppression.Suppressions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The commands that are one move each. */
@ApplicationScoped
class WorkOutreach {
    private static final Duration LONGEST_WAIT = Duration.ofDays(366);

    private final OutreachMoves moves;
    private final OutreachStore store;
    private final Prospects prospects;
    private final Executives executives;
    private final CompanyHolds holds;
    private final Overrides overrides;
    private final AllowContested allowContested;
    private final Suppressions suppressions;
    private final StoryForOutreach storyForOutreach;
    private final WaitLimits waits;
    private final NextStepDates nextStepDates;
    private final Absences absences;
    private final Clock clock;

    WorkOutreach(
            OutreachMoves moves,
            OutreachStore store,
            Prospects prospects,
            Executives executives,
            CompanyHolds holds,
            Overrides overrides,
            AllowContested allowContested,
            Suppressions suppressions,
            StoryForOutreach storyForOutreach,
            WaitLimits waits,
            NextStepDates nextStepDates,
            Absences absences,
            Clock clock) {
        this.moves = moves;
        this.store = store;
        this.prospects = prospects;
        this.executives = executives;
        this.holds = holds;
        this.overrides = overrides;
        this.allowContested = allowContested;
        this.suppressions = suppressions;
        this.storyForOutreach = storyForOutreach;
        this.waits = waits;
        this.nextStepDates = nextStepDates;
        this.absences = absences;
        this.clock = clock;
    }

    @Transactional
    void extendWait(Acting by, UUID id, Requests.WaitExtension request) {
        if ((request.until() == null) == (request.length() == null)) {
            throw Problems.badRequest(new FieldError("/until", "or /length must be given, and not both"));
        }
        Instant now = clock.instant();
        Instant until = request.until() == null ? added(now, request.length()) : request.until();
        String field = request.until() == null ? "/length" : "/until";
        if (!until.isAfter(now) || until.isAfter(now.plus(LONGEST_WAIT))) {
            throw outOfRange(field, "must end in the future, within a year");
        }
        store.find(id, by.visibility());
        OutreachRow locked = store.lock(id);
        by.requireUnchanged(locked);
        Instant end = endOfWait(locked);
        if (end != null && until.isBefore(end)) {
            throw outOfRange(field, "must not end before the wait does anyway, at " + end);
        }
        move(by, id, new OutreachTrigger.WaitExtended(until));
    }

    /** When the silence that runs now is over, working mornings aside; absent if none runs. */
    private static @Nullable Instant endOfWait(OutreachRow row) {
        return row.state() == OutreachState.AWAITING_RESPONSE ? row.waitEnds() : null;
    }

    private static Instant added(Instant now, String length) {
        try {
            return WaitLimits.after(now, length);
        } catch (DateTimeParseException e) {
            throw Problems.badRequest(new FieldError("/length", "must be an ISO 8601 length such as P7D"));
        } catch (DateTimeException | ArithmeticException e) {
            throw outOfRange("/length", "must end in the future, within a year");
        }
    }

    private static RuntimeException outOfRange(String field, String message) {
        return Problems.unprocessable("wait-out-of-range", List.of(new FieldError(field, message)));
    }

    @Transactional
    void nextRound(Acting by, UUID id, Requests.NextRound request) {
        OutreachRow row = store.find(id, by.visibility());
        UUID story = request.storyId() == null ? row.situation().storyId() : request.storyId();
        List<FieldError> errors = new ArrayList<>();
        String wait = request.waitLength() == null && request.waitCountedIn() == null
                ? null
                : waits.chosen(request.waitLength(), request.waitCountedIn(), errors);
        prospects.keepCompanies();
        executives.keep(row.executiveId());
        Story told = storyForOutreach.examine(story, row.prospectId(), errors);
        if (!errors.isEmpty() || told == null) {
            throw Problems.unprocessable("round-unfit", errors);
        }
        HoldOverride override = overrides.of(request.overrideReason());
        if (override == null) {
            store.lock(id);
            holds.requireUncontested(id);
        } else {
            allowContested.allowIfContested(id, override);
        }
        OutreachRow locked = store.lock(id);
        if (request.businessUserRole() != null) {
            store.writeFor(id, request.businessUserRole().strip());
        } else if (!told.id().equals(locked.situation().storyId())) {
            store.writeFor(id, told.businessUserRole());
        }
        move(by, id, new OutreachTrigger.CalledAgain(story, wait, WaitLimits.countedIn(request.waitCountedIn())));
    }

    @Transactional
    void close(Acting by, UUID id, Requests.Closure request) {
        String reason = request.reason();
        move(
                by,
                id,
                switch (request.outcome()) {
                    case WON -> new OutreachTrigger.Won(reason);
                    case LOST -> new OutreachTrigger.Lost(reason);
                    case CANCELLED -> new OutreachTrigger.Cancelled(reason);
                    case NO_RESPONSE, UNREACHABLE, DECLINED -> new OutreachTrigger.Closed(request.outcome(), reason);
                    case OPTED_OUT -> {
                        requireSuppressed(store.find(id, by.visibility()));
                        yield new OutreachTrigger.Closed(ClosureOutcome.OPTED_OUT, reason);
                    }
                });
    }

    /** Whoever opted out is on the list: the outreach does not end for it with nobody suppressed. */
    private void requireSuppressed(OutreachRow row) {
        String email = executives.byId(row.executiveId()).map(Executive::email).orElse(null);
        List<String> domains =
                prospects.byId(row.prospectId()).map(Prospect::domains).orElse(List.of());
        if (!suppressions.isSuppressed(email, null) && !suppressions.isAnySuppressed(domains)) {
            throw Problems.unprocessable(
                    "closure-by-opt-out",
                    List.of(new FieldError(
                            "/outcome",
                            "cannot be OPTED_OUT while neither the executive's address nor the company is on the"
                                    + " suppression list: record the response as opted out, or suppress the address")));
        }
    }

    @Transactional
    void cancel(Acting by, UUID id, Requests.Because request) {
        move(by, id, new OutreachTrigger.Cancelled(request.reason()));
    }

    @Transactional
    void withdrawEngagement(Acting by, UUID id, Requests.Because request) {
        String reason = request.reason() == null ? "a mistake" : request.reason();
        move(by, id, new OutreachTrigger.EngagementWithdrawn(reason));
        absences.goesOn(id);
    }

    @Transactional
    void planNextStep(Acting by, UUID id, Requests.NextStep request, String ifMatch) {
        store.find(id, by.visibility());
        ETags.check(ifMatch, store.lock(id).version());
        nextStepDates.requireSensible("/on", request.on(), by.personId());
        move(by, id, new OutreachTrigger.NextStepPlanned(request.nextStep(), request.on(), request.contactName()));
    }

    private void move(Acting by, UUID id, OutreachTrigger trigger) {
        if (by.seen() != null) {
            // Seen before locked: nobody may hold up an outreach that is not theirs.
            store.find(id, by.visibility());
            by.requireUnchanged(store.lock(id));
        }
        moves.command(id, by.visibility(), by.actor(), trigger);
    }
}
