package dev.tightrope.outreach.inbound.chain;

import dev.tightrope.api.Problems;
import dev.tightrope.outreach.inbound.analysis.InboundMail;
import dev.tightrope.outreach.inbound.analysis.Participant;
import dev.tightrope.outreach.inbound.analysis.Party;
import dev.tightrope.outreach.outreach.FormerOwner;
import dev.tightrope.outreach.outreach.OutreachView;
import dev.tightrope.outreach.outreach.Outreaches;
import dev.tightrope.outreach.people.People;
import dev.tightrope.outreach.people.Person;
import dev.tightrope.outreach.prospect.Contacts;
import dev.tightrope.outreach.prospect.Executive;
import dev.tightrope.outreach.prospect.Executives;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** Tells the parties of a message apart: ours, the executive, everybody else. */
@ApplicationScoped
class WhoIsWho {
    private final Outreaches outreaches;
    private final People people;
    private final Executives executives;
    private final Contacts contacts;
    private final OurAddresses ourAddresses;

    WhoIsWho(
            Outreaches outreaches, People people, Executives executives, Contacts contacts, OurAddresses ourAddresses) {
        this.outreaches = outreaches;
        this.people = people;
        this.executives = executives;
        this.contacts = contacts;
        this.ourAddresses = ourAddresses;
    }

    /**
     * The sides of one conversation.
     *
     * @param owner stands for every address of ours that is nobody's own, such as the reply address
     * @param contacts addresses, in lower case, of contacts among those it names
     * @param ours the addresses of ours among those it names
     * @param ownerNames names the executive was written to under: the owner's, and of whoever owned the outreach before
     */
    record Sides(
            Executive executive, UUID owner, Set<String> contacts, OurAddresses.Ours ours, List<String> ownerNames) {
        Party executiveParty() {
            String email = executive.email();
            return new Party(executive.name(), email == null ? null : email.toLowerCase(Locale.ROOT));
        }

        boolean isExecutive(Party party) {
            return executive.is(party.name(), party.address(), contacts);
        }

        boolean isOurs(Party party) {
            String address = party.address();
            return address == null
                    ? ownerNames.stream().anyMatch(name -> Named.same(party, new Party(name, null)))
                            && !isExecutive(party)
                    : ours.has(address);
        }

        UUID oursOf(Party party) {
            return ours.ownerOf(party.address()).orElse(owner);
        }
    }

    Sides of(InboundMail mail, OutreachView outreach) {
        Executive executive = executives
                .byId(outreach.executiveId())
                .orElseThrow(() -> Problems.notFound("executive", outreach.executiveId()));
        List<String> ownerNames = Stream.concat(
                        Stream.of(outreach.ownerId()),
                        outreaches.formerOwners(outreach.id()).stream().map(FormerOwner::personId))
                .flatMap(owner -> people.byId(owner).stream())
                .map(Person::name)
                .toList();
        List<String> addresses = addressesIn(mail);
        return new Sides(
                executive,
                outreach.ownerId(),
                contacts.recordedAmong(outreach.prospectId(), addresses),
                ourAddresses.among(addresses),
                ownerNames);
    }

    private static List<String> addressesIn(InboundMail mail) {
        String sender = mail.from() == null ? null : mail.from().address();
        return Stream.of(
                        Stream.of(sender),
                        mail.participants().stream().map(Participant::address),
                        mail.recipients().stream())
                .flatMap(Function.identity())
                .filter(address -> address != null && !address.isEmpty())
                .map(address -> address.toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }
}
