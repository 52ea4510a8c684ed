package dev.tightrope.outreach.inbound.chain;

import dev.tightrope.outreach.inbound.analysis.InboundMail;
import dev.tightrope.outreach.inbound.analysis.Party;
import dev.tightrope.outreach.outreach.OutreachView;
import dev.tightrope.outreach.prospect.Appearance;
import dev.tightrope.outreach.prospect.Contacts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps the forward chain an inbound message shows, and makes contacts of everybody in it. */
@ApplicationScoped
public class ForwardChains {
    private final WhoIsWho whoIsWho;
    private final Contacts contacts;
    private final HopStore store;

    ForwardChains(WhoIsWho whoIsWho, Contacts contacts, HopStore store) {
        this.whoIsWho = whoIsWho;
        this.contacts = contacts;
        this.store = store;
    }

    /**
     * Keeps the steps of a message. The outreach's row has to be locked: two messages that name the same new people
     * would wait for each other else.
     *
     * @param round round whose mail it belongs to
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void keep(InboundMail mail, UUID messageId, OutreachView outreach, int round) {
        WhoIsWho.Sides sides = whoIsWho.of(mail, outreach);
        List<Hop> hops = ReadHops.of(mail, sides.executiveParty(), sides::isExecutive, sides::isOurs);
        Map<Party, PersonKey> known = meetAll(mail.from(), hops, outreach.prospectId(), sides);
        for (Hop hop : hops) {
            PersonKey from = known.get(hop.from());
            if (from != null) {
                hop.to().forEach(to -> keep(outreach, round, messageId, hop, from, known.get(to), Part.TO));
                hop.cc().forEach(cc -> keep(outreach, round, messageId, hop, from, known.get(cc), Part.CC));
            }
        }
    }

    private void keep(
            OutreachView outreach,
            int round,
            UUID messageId,
            Hop hop,
            PersonKey from,
            @Nullable PersonKey to,
            Part part) {
        if (to != null && !to.equals(from)) {
            store.keep(outreach.id(), round, messageId, hop, from, to, part);
        }
    }

    private Map<Party, PersonKey> meetAll(
            @Nullable Party sender, List<Hop> hops, UUID prospectId, WhoIsWho.Sides sides) {
        Map<Party, Appearance> met = new LinkedHashMap<>();
        if (sender != null) {
            met.put(sender, Appearance.WROTE);
        }
        for (Hop hop : hops) {
            met.putIfAbsent(hop.from(), Appearance.FORWARD_CHAIN);
            hop.to().forEach(party -> met.putIfAbsent(party, Appearance.FORWARD_CHAIN));
            hop.cc().forEach(party -> met.putIfAbsent(party, Appearance.IN_COPY));
        }
        List<Party> inOrder = new ArrayList<>(met.keySet());
        // Who has an address first: a name alone may be theirs. One order, so that transactions do not wait for each
        // other.
        inOrder.sort(Comparator.comparing((Party party) -> party.address() == null)
                .thenComparing(party -> String.valueOf(party.address()))
                .thenComparing(party -> String.valueOf(party.name())));
        Map<Party, PersonKey> known = new LinkedHashMap<>();
        for (Party party : inOrder) {
            key(party, met.getOrDefault(party, Appearance.FORWARD_CHAIN), prospectId, sides)
                    .ifPresent(key -> known.put(party, key));
        }
        return known;
    }

    private Optional<PersonKey> key(Party party, Appearance appeared, UUID prospectId, WhoIsWho.Sides sides) {
        if (sides.isOurs(party)) {
            return Optional.of(new PersonKey(PersonKind.OURS, sides.oursOf(party)));
        }
        if (sides.isExecutive(party)) {
            return Optional.of(
                    new PersonKey(PersonKind.EXECUTIVE, sides.executive().id()));
        }
        String name = NameOf.party(party);
        return name.isEmpty()
                ? Optional.empty()
                : Optional.of(new PersonKey(
                        PersonKind.CONTACT,
                        contacts.meet(prospectId, name, null, party.address(), null, appeared, null)
                                .id()));
    }
}
