package dev.tightrope.outreach.outreach;

import dev.tightrope.api.Problems;
import dev.tightrope.events.ResponseChannel;
import dev.tightrope.outreach.hold.CompanyHolds;
import dev.tightrope.outreach.hold.Hold;
import dev.tightrope.outreach.lifecycle.OutreachState;
import dev.tightrope.outreach.lifecycle.OutreachTrigger;
import dev.tightrope.outreach.people.People;
import dev.tightrope.outreach.people.Person;
import dev.tightrope.outreach.prospect.Appearance;
import dev.tightrope.outreach.prospect.Contacts;
import dev.tightrope.outreach.prospect.Executive;
import dev.tightrope.outreach.prospect.Executives;
import dev.tightrope.outreach.prospect.Prospects;
import dev.tightrope.outreach.suggestion.Answer;
import dev.tightrope.outreach.suggestion.SuggestDisposition;
import dev.tightrope.outreach.suggestion.Suggestion;
import dev.tightrope.outreach.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps a response, makes a contact of whoever gave it, and moves the outreach. */
@ApplicationScoped
class ReceiveResponse implements Responses {
    private final OutreachStore store;
    private final ResponseStore responses;
    private final OutreachMoves moves;
    private final Executives executives;
    private final Contacts contacts;
    private final Prospects prospects;
    private final CompanyHolds holds;
    private final People people;
    private final Ids ids;
    private final Clock clock;

    ReceiveResponse(
            OutreachStore store,
            ResponseStore responses,
            OutreachMoves moves,
            Executives executives,
            Contacts contacts,
            Prospects prospects,
            CompanyHolds holds,
            People people,
            Ids ids,
            Clock clock) {
        this.store = store;
        this.responses = responses;
        this.moves = moves;
        this.executives = executives;
        this.contacts = contacts;
        this.prospects = prospects;
        this.holds = holds;
        this.people = people;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public UUID receive(UUID outreachId, ReceivedResponse received) {
        return keep(outreachId, received).responseId();
    }

    /** What came of a response: whether it counts, and why not. */
    record Received(UUID responseId, boolean counts, String reason) {}

    Received keep(UUID outreachId, ReceivedResponse received) {
        OutreachRow row = lock(outreachId);
        if (received.inboundMessageId() != null) {
            Optional<UUID> known = responses.ofMessage(outreachId, received.inboundMessageId());
            if (known.isPresent()) {
                return new Received(known.get(), false, "this message is recorded already");
            }
        }
        ResponseRow response = response(row, received);
        responses.insert(response);
        OutreachMoves.Applied applied = moves.event(
                outreachId,
                actorOf(received),
                new OutreachTrigger.ResponseReceived(response.id(), response.from(), response.receivedAt()),
                response.from() + " answered");
        if (applied.applied() && applied.outreach().state() == OutreachState.RESPONDED) {
            responses.moved(response.id());
        }
        return new Received(response.id(), applied.applied(), applied.reason());
    }

    /**
     * Rows of outreaches first and in one order, then the keys of holds. The other way round it would wait, with the keys
     * in its hands, for one that is just being closed and waits for the keys.
     */
    OutreachRow lock(UUID outreachId) {
        store.lockAll(touched(outreachId));
        return store.lock(outreachId);
    }

    @Override
    public Set<UUID> touched(UUID outreachId) {
        // It may take its company again; whoever changes what is one company locks that first and outreaches then.
        prospects.keepCompanies();
        Set<UUID> touched = new TreeSet<>(Set.of(outreachId));
        store.byId(outreachId)
                .filter(seen -> seen.state() == OutreachState.CLOSED)
                .ifPresent(closed -> holds.ofCompany(closed.prospectId()).stream()
                        .map(Hold::outreachId)
                        .forEach(touched::add));
        return touched;
    }

    private ResponseRow response(OutreachRow row, ReceivedResponse received) {
        Executive executive =
                executives.byId(row.executiveId()).orElseThrow(() -> Problems.notFound("executive", row.executiveId()));
        boolean fromExecutive = isFrom(executive, row.prospectId(), received);
        return new ResponseRow(
                ids.next(),
                row.id(),
                row.situation().round(),
                received.channel(),
                received.fromName(),
                received.fromAddress(),
                received.fromPhone(),
                received.fromRole(),
                fromExecutive,
                fromExecutive ? null : contactOf(row.prospectId(), received),
                received.text(),
                received.receivedAt(),
                received.inboundMessageId(),
                received.recordedBy(),
                false,
                suggestionFor(row, received, fromExecutive),
                null,
                null,
                null,
                clock.instant(),
                clock.instant());
    }

    /** Words count from when they were said; a day that is over by now is none to come back on. */
    private @Nullable Suggestion suggestionFor(OutreachRow row, ReceivedResponse received, boolean fromExecutive) {
        return SuggestDisposition.of(new Answer(
                        received.text(),
                        received.form(),
                        fromExecutive,
                        null,
                        received.receivedAt().atZone(people.zoneOf(row.ownerId()))))
                .map(suggestion -> suggestion.asOf(clock.instant()))
                .orElse(null);
    }

    private boolean isFrom(Executive executive, UUID prospectId, ReceivedResponse received) {
        boolean samePhone = received.fromPhone() != null && Objects.equals(received.fromPhone(), executive.phone());
        return samePhone
                || executive.is(
                        received.fromName(),
                        received.fromAddress(),
                        contacts.recordedAmong(prospectId, received.fromAddress()));
    }

    private @Nullable UUID contactOf(UUID prospectId, ReceivedResponse received) {
        String name = received.fromName() == null ? received.fromAddress() : received.fromName();
        if (name == null) {
            return null;
        }
        Appearance appeared = received.channel() == ResponseChannel.EMAIL ? Appearance.WROTE : Appearance.SPOKE;
        return contacts.meet(
                        prospectId,
                        name,
                        received.fromRole(),
                        received.fromAddress(),
                        received.fromPhone(),
                        appeared,
                        received.recordedBy())
                .id();
    }

    private Actor actorOf(ReceivedResponse received) {
        UUID by = received.recordedBy();
        return by == null
                ? Actor.system("inbound")
                : new Actor(by, people.byId(by).map(Person::name).orElse("somebody of ours"));
    }
}
