package dev.tightrope.outreach.outreach;

import dev.tightrope.api.Caller;
import dev.tightrope.api.FieldError;
import dev.tightrope.api.Problems;
import dev.tightrope.events.OutreachMoved;
import dev.tightrope.events.OutreachOpened;
import dev.tightrope.messaging.Outbox;
import dev.tightrope.outreach.hold.CompanyHolds;
import dev.tightrope.outreach.hold.HoldRequest;
import dev.tightrope.outreach.lifecycle.Effect;
import dev.tightrope.outreach.lifecycle.Situation;
import dev.tightrope.outreach.people.Person;
import dev.tightrope.outreach.people.SignedInPerson;
import dev.tightrope.outreach.prospect.Executive;
import dev.tightrope.outreach.prospect.Executives;
import dev.tightrope.outreach.prospect.Mobile;
import dev.tightrope.outreach.prospect.Prospect;
import dev.tightrope.outreach.prospect.Prospects;
import dev.tightrope.outreach.story.Story;
import dev.tightrope.outreach.suppression.Suppressions;
import dev.tightrope.outreach.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Opens an outreach: everything the method needs first is there, and the company is held from now on. */
@ApplicationScoped
class OpenOutreach {
    private final Caller caller;
    private final SignedInPerson signedIn;
    private final Prospects prospects;
    private final Executives executives;
    private final StoryForOutreach storyForOutreach;
    private final Suppressions suppressions;
    private final CompanyHolds holds;
    private final Overrides overrides;
    private final OutreachStore store;
    private final HistoryStore history;
    private final ExecutiveFactsOf facts;
    private final CarryOutEffects effects;
    private final WaitLimits waits;
    private final Outbox outbox;
    private final Ids ids;
    private final Clock clock;

    OpenOutreach(
            Caller caller,
            SignedInPerson signedIn,
            Prospects prospects,
            Executives executives,
            StoryForOutreach storyForOutreach,
            Suppressions suppressions,
            CompanyHolds holds,
            Overrides overrides,
            OutreachStore store,
            HistoryStore history,
            ExecutiveFactsOf facts,
            CarryOutEffects effects,
            WaitLimits waits,
            Outbox outbox,
            Ids ids,
            Clock clock) {
        this.caller = caller;
        this.signedIn = signedIn;
        this.prospects = prospects;
        this.executives = executives;
        this.storyForOutreach = storyForOutreach;
        this.suppressions = suppressions;
        this.holds = holds;
        this.overrides = overrides;
        this.store = store;
        this.history = history;
        this.facts = facts;
        this.effects = effects;
        this.waits = waits;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    /** An outreach just opened, and what about it is unusual without being wrong. */
    record Opened(UUID id, List<FieldError> warnings) {}

    @Transactional
    Opened open(OpenRequest request) {
        keepWhatItRestsOn();
        List<FieldError> errors = new ArrayList<>();
        Prospect prospect = prospects.byId(request.prospectId()).orElse(null);
        if (prospect == null) {
            errors.add(new FieldError("/prospectId", "is no prospect"));
        }
        Executive executive = executives.keep(request.executiveId()).orElse(null);
        examine(executive, request, errors);
        Story story = storyForOutreach.examine(request.storyId(), request.prospectId(), errors);
        String wait = waits.chosen(request.waitLength(), request.waitCountedIn(), errors);
        if (!errors.isEmpty() || prospect == null || executive == null || story == null) {
            throw Problems.unprocessable("outreach-incomplete", errors);
        }
        OutreachRow row = row(request, executive, story, wait);
        Person owner = signedIn.profile();
        holds.take(
                new HoldRequest(row.id(), prospect.id(), owner.id(), owner.name()),
                overrides.of(request.overrideReason()));
        store.insert(row);
        publish(row, prospect, request);
        return new Opened(row.id(), warnings(executive));
    }

    /**
     * Whoever suppresses, corrects or withdraws something in the same moment waits, and then finds the outreach; in the
     * order in which everybody locks: the list, what is one company, the executive, the story.
     */
    private void keepWhatItRestsOn() {
        suppressions.keepList();
        prospects.keepCompanies();
    }

    private void examine(@Nullable Executive executive, OpenRequest request, List<FieldError> errors) {
        String pointer = "/executiveId";
        if (executive == null || !executive.prospectId().equals(request.prospectId())) {
            errors.add(new FieldError(pointer, "is no executive of that prospect"));
            return;
        }
        if (executive.email() == null) {
            errors.add(new FieldError(pointer, "has no e-mail address: find it, it is worth it"));
        }
        if (executive.phone() == null) {
            errors.add(new FieldError(pointer, "has no cell phone: find it, it is worth it"));
        }
        if (suppressions.isExecutiveSuppressed(executive.id(), executive.email())) {
            errors.add(new FieldError(
                    pointer,
                    "must not be contacted: the address, the number or a domain of the company is suppressed"));
        }
    }

    private OutreachRow row(OpenRequest request, Executive executive, Story story, String wait) {
        Instant now = clock.instant();
        Person owner = signedIn.profile();
        String spoken = executive.language() == null ? story.language() : executive.language();
        return new OutreachRow(
                ids.next(),
                request.prospectId(),
                executive.id(),
                owner.id(),
                owner.teamId(),
                request.language() == null ? spoken : request.language(),
                request.businessUserRole() == null
                        ? story.businessUserRole()
                        : request.businessUserRole().strip(),
                Situation.opened(story.id(), wait, WaitLimits.countedIn(request.waitCountedIn())),
                true,
                null,
                null,
                null,
                1,
                1,
                now,
                owner.id(),
                now);
    }

    private void publish(OutreachRow row, Prospect prospect, OpenRequest request) {
        String state = row.state().name();
        history.append(
                new HistoryStore.Entry(row.id(), 1, Actor.of(caller), "OPENED", true, "opened", null, state, request));
        outbox.append(new OutreachOpened(
                row.ref(), prospect.name(), prospect.country(), facts.of(row.executiveId()), row.openedAt()));
        outbox.append(new OutreachMoved(row.ref(), null, state, row.moves(), "opened", row.openedAt()));
        effects.carryOut(row, row, new Effect.BeginRound(request.storyId()), Actor.of(caller), row.openedAt());
    }

    private static List<FieldError> warnings(Executive executive) {
        Mobile mobile = executive.mobile();
        return mobile == Mobile.NO
                ? List.of(new FieldError(
                        "/executiveId", "has a number that is no mobile: a voicemail may reach somebody else"))
                : List.of();
    }
}
