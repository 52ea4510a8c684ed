package dev.tightrope.outreach.inbound;

import dev.tightrope.api.Caller;
import dev.tightrope.api.FieldError;
import dev.tightrope.api.Problems;
import dev.tightrope.api.Visibility;
import dev.tightrope.events.SuggestionSettled;
import dev.tightrope.messaging.Outbox;
import dev.tightrope.outreach.delivery.SentMail;
import dev.tightrope.outreach.delivery.SentMails;
import dev.tightrope.outreach.inbound.analysis.Evidence;
import dev.tightrope.outreach.inbound.analysis.InboundMail;
import dev.tightrope.outreach.inbound.analysis.MessageKind;
import dev.tightrope.outreach.outreach.HonourOptOut;
import dev.tightrope.outreach.outreach.OutreachView;
import dev.tightrope.outreach.outreach.Outreaches;
import dev.tightrope.outreach.people.People;
import dev.tightrope.outreach.people.Person;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the owner of an outreach says of a message that may belong to it. */
@ApplicationScoped
class SettleSuggestion {
    private final Caller caller;
    private final People people;
    private final MatchSuggestions suggestions;
    private final InboundMessages messages;
    private final Outreaches outreaches;
    private final HonourOptOut honourOptOut;
    private final TakeInMail takeInMail;
    private final SentMails sentMails;
    private final Outbox outbox;
    private final Clock clock;

    SettleSuggestion(
            Caller caller,
            People people,
            MatchSuggestions suggestions,
            InboundMessages messages,
            Outreaches outreaches,
            HonourOptOut honourOptOut,
            TakeInMail takeInMail,
            SentMails sentMails,
            Outbox outbox,
            Clock clock) {
        this.caller = caller;
        this.people = people;
        this.suggestions = suggestions;
        this.messages = messages;
        this.outreaches = outreaches;
        this.honourOptOut = honourOptOut;
        this.takeInMail = takeInMail;
        this.sentMails = sentMails;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** It belongs to the outreach it was suggested for. */
    @Transactional
    StoredMessage confirm(UUID messageId, UUID outreachId) {
        return belongs(messageId, outreachId, true);
    }

    /** It belongs to another outreach of the caller's. */
    @Transactional
    StoredMessage correct(UUID messageId, UUID outreachId) {
        return belongs(messageId, outreachId, false);
    }

    private StoredMessage belongs(UUID messageId, UUID outreachId, boolean asSuggested) {
        Visibility who = people.visibilityOf(caller);
        requireMine(messageId, suggestions.of(messageId, who, false));
        OutreachView outreach = outreaches.find(outreachId, who);
        // It may be a wish not to be contacted, or reopen an outreach.
        honourOptOut.prepare();
        InboundMail mail = messages.read(messageId);
        Match match = match(outreach, sentMails.lastBefore(outreachId, mail.sentAt()));
        Map<UUID, OutreachView> locked = lock(messageId, who, takeInMail.touched(messageId, mail, match));
        List<MatchSuggestions.Row> all = suggestions.of(messageId, who, true);
        requireOpen(all);
        boolean suggested = all.stream()
                .anyMatch(row -> row.mine() && row.open() && row.outreachId().equals(outreachId));
        if (suggested != asSuggested) {
            throw Problems.badRequest(
                    new FieldError(
                            "/outreachId",
                            asSuggested
                                    ? "must be an outreach the message is suggested for; another one is a correction"
                                    : "must be another outreach than the message is suggested for; that one is a confirmation"));
        }
        Instant now = clock.instant();
        List<SuggestionSettled> settled = new ArrayList<>();
        for (MatchSuggestions.Row row : all) {
            if (row.open()) {
                boolean here = row.outreachId().equals(outreachId);
                String state = here ? "CONFIRMED" : row.mine() && !suggested ? "CORRECTED" : "ELSEWHERE";
                settle(row, state, state.equals("CORRECTED") ? outreachId : null, locked, now)
                        .ifPresent(settled::add);
            }
        }
        attach(messageId, mail, view(locked, outreachId), now);
        // Told behind what follows from it: what was held goes on at this, and would for an outreach that is answered.
        settled.forEach(outbox::append);
        return shown(messageId, who);
    }

    /** It belongs to none of the caller's. */
    @Transactional
    StoredMessage reject(UUID messageId) {
        Visibility who = people.visibilityOf(caller);
        requireMine(messageId, suggestions.of(messageId, who, false));
        Map<UUID, OutreachView> locked = lock(messageId, who, Set.of());
        List<MatchSuggestions.Row> all = suggestions.of(messageId, who, true);
        requireOpen(all);
        Instant now = clock.instant();
        all.stream()
                .filter(row -> row.mine() && row.open())
                .flatMap(row -> settle(row, "REJECTED", null, locked, now).stream())
                .forEach(outbox::append);
        if (all.stream().allMatch(row -> row.mine() || !row.open())) {
            messages.forgetPrivate(messageId);
        }
        return shown(messageId, who);
    }

    private static void requireMine(UUID messageId, List<MatchSuggestions.Row> all) {
        if (all.stream().noneMatch(MatchSuggestions.Row::mine)) {
            throw Problems.notFound("inbound message", messageId);
        }
    }

    private void requireOpen(List<MatchSuggestions.Row> all) {
        if (all.stream().anyMatch(row -> row.mine() && row.open())) {
            return;
        }
        MatchSuggestions.Row settled =
                all.stream().filter(MatchSuggestions.Row::mine).findFirst().orElseThrow();
        UUID by = settled.settledBy();
        String name =
                by == null ? "somebody" : people.byId(by).map(Person::name).orElse("somebody");
        throw Problems.refused(
                "not-possible-now",
                "The message was settled by " + name + " at " + settled.settledAt() + " as " + settled.state()
                        + "; that stands. Record a response by hand if it was wrong.",
                settled.state(),
                "SUGGESTION_SETTLED",
                List.of());
    }

    /** In one order, before the suggestions, like everybody who holds several. */
    private Map<UUID, OutreachView> lock(UUID messageId, Visibility who, Set<UUID> others) {
        TreeSet<UUID> concerned = new TreeSet<>(others);
        suggestions.of(messageId, who, false).forEach(row -> concerned.add(row.outreachId()));
        Map<UUID, OutreachView> locked = new HashMap<>();
        concerned.forEach(id -> locked.put(id, outreaches.lockAndGet(id)));
        return locked;
    }

    /** What is to be told of it; nothing if it held nothing up. */
    private Optional<SuggestionSettled> settle(
            MatchSuggestions.Row row,
            String state,
            @Nullable UUID correctedTo,
            Map<UUID, OutreachView> locked,
            Instant now) {
        suggestions.settle(row.id(), state, correctedTo, caller.personId(), now);
        return row.pauses()
                ? Optional.of(new SuggestionSettled(
                        view(locked, row.outreachId()).ref(), row.id(), state, caller.personId(), now))
                : Optional.empty();
    }

    /** What follows is what would have followed if it had been clear from the start. */
    private void attach(UUID messageId, InboundMail mail, OutreachView outreach, Instant now) {
        Optional<SentMail> about = sentMails.lastBefore(outreach.id(), mail.sentAt());
        MessageKind kind = TakeInMail.kindOf(mail, true);
        Match match = match(outreach, about);
        messages.attach(messageId, outreach.id(), match.sent().round(), kind.name());
        if (about.isEmpty() && !kind.byPerson()) {
            // Whatever a machine reports on, no mail of this outreach was handed over.
            return;
        }
        takeInMail.follow(messageId, mail, match, now);
    }

    private Match match(OutreachView outreach, Optional<SentMail> about) {
        SentMail sent = about.orElseGet(() -> new SentMail(outreach.id(), outreach.round(), "", "", ""));
        return new Match(sent, new Evidence("said-by-a-person", caller.name(), 1));
    }

    private StoredMessage shown(UUID messageId, Visibility who) {
        return messages.find(messageId, who).orElseThrow(() -> Problems.notFound("inbound message", messageId));
    }

    private static OutreachView view(Map<UUID, OutreachView> locked, UUID id) {
        OutreachView view = locked.get(id);
        if (view == null) {
            throw new IllegalStateException("outreach " + id + " was not locked");
        }
        return view;
    }
}
