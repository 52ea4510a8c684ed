package dev.tightrope.outreach.inbound.chain;

import dev.tightrope.outreach.address.Domains;
import dev.tightrope.outreach.address.EmailAddresses;
import dev.tightrope.outreach.delivery.SentMails;
import dev.tightrope.outreach.mailbox.MailAccount;
import dev.tightrope.outreach.mailbox.MailAccounts;
import dev.tightrope.outreach.people.OurCompany;
import dev.tightrope.outreach.people.People;
import dev.tightrope.outreach.people.Person;
import dev.tightrope.outreach.prospect.Contacts;
import dev.tightrope.outreach.prospect.Executives;
import dev.tightrope.outreach.prospect.Prospects;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which addresses are ours: those of profiles and of mail accounts, the reply address, each with or without a subaddress
 * (RFC 5233), and everybody's in a domain of ours. A domain is ours if it is configured or the reply address lies in it.
 * That of a profile or an account may be: their owners typed it, and it may be a provider's, where others have mailboxes.
 * No domain of a prospect or of a known provider is ours, and no address a prospect's people are on record with.
 */
@ApplicationScoped
public class OurAddresses {
    private final People people;
    private final MailAccounts accounts;
    private final SentMails sentMails;
    private final Prospects prospects;
    private final Executives executives;
    private final Contacts contacts;
    private final OurCompany company;

    OurAddresses(
            People people,
            MailAccounts accounts,
            SentMails sentMails,
            Prospects prospects,
            Executives executives,
            Contacts contacts,
            OurCompany company) {
        this.people = people;
        this.accounts = accounts;
        this.sentMails = sentMails;
        this.prospects = prospects;
        this.executives = executives;
        this.contacts = contacts;
        this.company = company;
    }

    /** Whose side an address is on. */
    public enum Side {
        OURS,
        /** Ours by what somebody typed: whether it is, is for a person to say. */
        PERHAPS_OURS,
        THEIRS
    }

    /**
     * Those of some addresses that are ours.
     *
     * @param owners profiles by address, without its subaddress, in lower case; absent for what is nobody's own, such as
     *     the reply address
     * @param domains organisational domains of ours
     */
    record Ours(Map<String, Optional<UUID>> owners, Set<String> domains) {
        boolean has(@Nullable String address) {
            return address != null
                    && (owners.containsKey(EmailAddresses.withoutSubaddress(address))
                            || domains.contains(domainOf(address)));
        }

        /** Whose it is; absent for what is nobody's own, and for colleagues without a profile. */
        Optional<UUID> ownerOf(@Nullable String address) {
            return address == null
                    ? Optional.empty()
                    : owners.getOrDefault(EmailAddresses.withoutSubaddress(address), Optional.empty());
        }
    }

    /** What is ours of these addresses. */
    Ours among(Collection<String> addresses) {
        return new Ours(ownersAmong(addresses), certain());
    }

    /**
     * Whose side the sender of a message is on.
     *
     * @param report whether it reports on a mail: what a server in a domain of ours says of it is not our word
     */
    public Side sideOf(String sender, boolean report) {
        boolean known = ownersAmong(List.of(sender)).containsKey(EmailAddresses.withoutSubaddress(sender));
        String domain = domainOf(sender);
        boolean ours = known || (!report && certain().contains(domain));
        if (ours && !isOnRecord(sender)) {
            return Side.OURS;
        }
        if (report) {
            return Side.THEIRS;
        }
        Stream<String> typed = Stream.concat(people.domains().stream(), accounts.domains().stream());
        return known || ofOurs(typed).contains(domain) ? Side.PERHAPS_OURS : Side.THEIRS;
    }

    /** Whether the prospects' people are on record with an address, which nobody of ours makes theirs by typing it. */
    private boolean isOnRecord(String address) {
        return !executives.withEmail(address).isEmpty()
                || !contacts.withEmail(address).isEmpty();
    }

    private Map<String, Optional<UUID>> ownersAmong(Collection<String> addresses) {
        List<String> forms = addresses.stream()
                .flatMap(address ->
                        Stream.of(address.toLowerCase(Locale.ROOT), EmailAddresses.withoutSubaddress(address)))
                .distinct()
                .toList();
        Map<String, Optional<UUID>> owners = new HashMap<>();
        owners.put(EmailAddresses.withoutSubaddress(sentMails.replyAddress()), Optional.empty());
        for (MailAccount account : accounts.withAddresses(forms)) {
            Optional<UUID> owner = Optional.ofNullable(account.personId());
            owners.put(EmailAddresses.withoutSubaddress(account.address()), owner);
            owners.put(EmailAddresses.withoutSubaddress(account.from()), owner);
        }
        for (Person person : people.withEmails(forms)) {
            owners.put(
                    EmailAddresses.withoutSubaddress(Objects.requireNonNull(person.email())), Optional.of(person.id()));
        }
        return owners;
    }

    /** The domains that whoever runs this says are ours. */
    private Set<String> certain() {
        return ofOurs(Stream.concat(
                company.domains().orElse(List.of()).stream(), Stream.of(domainOf(sentMails.replyAddress()))));
    }

    private Set<String> ofOurs(Stream<String> domains) {
        return domains.map(Domains::organisational)
                .distinct()
                .filter(domain -> !Domains.isShared(domain))
                .filter(domain -> prospects.withRegisteredDomainOf(domain).isEmpty())
                .collect(Collectors.toSet());
    }

    private static String domainOf(String address) {
        return Domains.organisational(EmailAddresses.domainOf(address));
    }
}
