package dev.tightrope.outreach.inbound.chain;

import dev.tightrope.outreach.delivery.SentMails;
import dev.tightrope.outreach.inbound.chain.ForwardChain.Did;
import dev.tightrope.outreach.inbound.chain.ForwardChain.Member;
import dev.tightrope.outreach.inbound.chain.ForwardChain.Step;
import dev.tightrope.outreach.outreach.FormerOwner;
import dev.tightrope.outreach.outreach.OutreachView;
import dev.tightrope.outreach.outreach.Outreaches;
import dev.tightrope.outreach.people.People;
import dev.tightrope.outreach.prospect.Contacts;
import dev.tightrope.outreach.prospect.Executives;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Puts the forward chain of an outreach together for reading. */
@ApplicationScoped
public class ShowForwardChain {
    private final HopStore store;
    private final SentMails sentMails;
    private final Outreaches outreaches;
    private final People people;
    private final Executives executives;
    private final Contacts contacts;

    ShowForwardChain(
            HopStore store,
            SentMails sentMails,
            Outreaches outreaches,
            People people,
            Executives executives,
            Contacts contacts) {
        this.store = store;
        this.sentMails = sentMails;
        this.outreaches = outreaches;
        this.people = people;
        this.executives = executives;
        this.contacts = contacts;
    }

    /** The chain; our own mails are its first steps. */
    public ForwardChain of(OutreachView outreach) {
        List<FormerOwner> formerOwners = outreaches.formerOwners(outreach.id());
        PersonKey executive = new PersonKey(PersonKind.EXECUTIVE, outreach.executiveId());
        Map<PersonKey, Set<Did>> did = new LinkedHashMap<>();
        List<Step> steps = new ArrayList<>();
        for (SentMails.Accepted mail : sentMails.acceptedOf(outreach.id())) {
            PersonKey owner = new PersonKey(PersonKind.OURS, ownerAt(mail.at(), formerOwners, outreach));
            steps.add(new Step(mail.round(), owner.id(), executive.id(), Part.TO, mail.at(), null, false, List.of()));
            note(did, owner, Did.SENT);
            note(did, executive, Did.RECEIVED);
        }
        for (HopStore.StoredHop hop : store.of(outreach.id())) {
            steps.add(new Step(
                    hop.round(),
                    hop.from().id(),
                    hop.to().id(),
                    hop.part(),
                    hop.at(),
                    hop.dateAsWritten(),
                    hop.inferred(),
                    hop.proof()));
            note(did, hop.from(), hop.to().kind() == PersonKind.OURS ? Did.ANSWERED : Did.PASSED_ON);
            if (hop.to().kind() != PersonKind.OURS) {
                note(did, hop.to(), hop.part() == Part.TO ? Did.RECEIVED : Did.IN_COPY);
            } else {
                did.computeIfAbsent(hop.to(), key -> EnumSet.noneOf(Did.class));
            }
        }
        return new ForwardChain(
                did.entrySet().stream()
                        .map(entry -> member(entry.getKey(), entry.getValue()))
                        .toList(),
                List.copyOf(steps));
    }

    /** What was sent before an outreach was handed over was sent by whom it belonged to then. */
    private static UUID ownerAt(Instant at, List<FormerOwner> formerOwners, OutreachView outreach) {
        return formerOwners.stream()
                .filter(former -> at.isBefore(former.until()))
                .findFirst()
                .map(FormerOwner::personId)
                .orElse(outreach.ownerId());
    }

    private static void note(Map<PersonKey, Set<Did>> did, PersonKey person, Did what) {
        did.computeIfAbsent(person, key -> EnumSet.noneOf(Did.class)).add(what);
    }

    private Member member(PersonKey key, Set<Did> did) {
        return switch (key.kind()) {
            case OURS ->
                people.byId(key.id())
                        .map(p -> new Member(key.id(), key.kind(), p.name(), p.email(), p.title(), did))
                        .orElseGet(() -> gone(key, did));
            case EXECUTIVE ->
                executives
                        .byId(key.id())
                        .map(e -> new Member(key.id(), key.kind(), e.name(), e.email(), e.title(), did))
                        .orElseGet(() -> gone(key, did));
            case CONTACT ->
                contacts.byId(key.id())
                        .map(c -> new Member(key.id(), key.kind(), c.name(), c.email(), c.role(), did))
                        .orElseGet(() -> gone(key, did));
        };
    }

    private static Member gone(PersonKey key, Set<Did> did) {
        return new Member(key.id(), key.kind(), "no longer recorded", null, null, did);
    }
}
