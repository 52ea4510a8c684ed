package dev.tightrope.outreach.inbound.chain;

import dev.tightrope.api.Problems;
import dev.tightrope.outreach.delivery.SentMails;
import dev.tightrope.outreach.inbound.analysis.InboundMail;
import dev.tightrope.outreach.inbound.analysis.Participant;
import dev.tightrope.outreach.inbound.analysis.Party;
import dev.tightrope.outreach.mailbox.MailAccount;
import dev.tightrope.outreach.mailbox.MailAccounts;
import dev.tightrope.outreach.outreach.OutreachView;
import dev.tightrope.outreach.people.People;
import dev.tightrope.outreach.people.Person;
import dev.tightrope.outreach.prospect.Executive;
import dev.tightrope.outreach.prospect.Executives;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Tells the parties of a message apart: ours, the executive, everybody else. */
@ApplicationScoped
class WhoIsWho {
    private final People people;
    private final Executives executives;
    private final SentMails sentMails;
    private final MailAccounts accounts;

    WhoIsWho(People people, Executives executives, SentMails sentMails, MailAccounts accounts) {
        this.people = people;
        this.executives = executives;
        this.sentMails = sentMails;
        this.accounts = accounts;
    }

    /**
     * The sides of one conversation.
     *
     * @param owner stands for every address of ours that is nobody's own, such as the reply address
     * @param byAddress profiles of ours by address in lower case
     * @param unowned addresses of ours that are nobody's own
     * @param ownerName name the executive's mail was written under
     */
    record Sides(Executive executive, UUID owner, Map<String, UUID> byAddress, Set<String> unowned, String ownerName) {
        Party executiveParty() {
            String email = executive.email();
            return new Party(executive.name(), email == null ? null : email.toLowerCase(Locale.ROOT));
        }

        boolean isExecutive(Party party) {
            return Named.same(party, executiveParty());
        }

        boolean isOurs(Party party) {
            String address = party.address();
            return address == null
                    ? Named.same(party, new Party(ownerName, null)) && !isExecutive(party)
                    : byAddress.containsKey(address) || unowned.contains(withoutTag(address));
        }

        UUID oursOf(Party party) {
            return byAddress.getOrDefault(party.address() == null ? "" : party.address(), owner);
        }
    }

    Sides of(InboundMail mail, OutreachView outreach) {
        Executive executive = executives
                .byId(outreach.executiveId())
                .orElseThrow(() -> Problems.notFound("executive", outreach.executiveId()));
        Map<String, UUID> ours = new HashMap<>();
        for (Person person : people.withEmails(addressesIn(mail))) {
            if (person.email() != null) {
                ours.put(person.email().toLowerCase(Locale.ROOT), person.id());
            }
        }
        Set<String> unowned = new HashSet<>();
        for (MailAccount account : accounts.withAddresses(addressesIn(mail))) {
            String address = account.address().toLowerCase(Locale.ROOT);
            UUID person = account.personId();
            if (person == null) {
                unowned.add(withoutTag(address));
            } else {
                ours.putIfAbsent(address, person);
            }
        }
        unowned.add(withoutTag(sentMails.replyAddress()));
        String ownerName = people.byId(outreach.ownerId()).map(Person::name).orElse("");
        return new Sides(executive, outreach.ownerId(), ours, unowned, ownerName);
    }

    private static List<String> addressesIn(InboundMail mail) {
        return Stream.concat(mail.participants().stream().map(Participant::address), mail.recipients().stream())
                .filter(address -> address != null && !address.isEmpty())
                .map(address -> address.toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }

    /** The address without the part behind a plus sign (RFC 5233). */
    private static String withoutTag(String address) {
        return address.toLowerCase(Locale.ROOT).replaceFirst("\\+[^@]*(?=@)", "");
    }
}
