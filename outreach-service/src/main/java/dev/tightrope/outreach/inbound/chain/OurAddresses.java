package dev.tightrope.outreach.inbound.chain;

import dev.tightrope.outreach.address.Domains;
import dev.tightrope.outreach.delivery.SentMails;
import dev.tightrope.outreach.mailbox.MailAccount;
import dev.tightrope.outreach.mailbox.MailAccounts;
import dev.tightrope.outreach.people.OurCompany;
import dev.tightrope.outreach.people.People;
import dev.tightrope.outreach.people.Person;
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
 * (RFC 5233), and everybody's in a domain of ours. A domain is ours if it is configured or one of those addresses lies
 * in it, unless it is a provider's, where anybody has a mailbox, or a prospect's.
 */
@ApplicationScoped
public class OurAddresses {
    private final People people;
    private final MailAccounts accounts;
    private final SentMails sentMails;
    private final Prospects prospects;
    private final OurCompany company;

    OurAddresses(People people, MailAccounts accounts, SentMails sentMails, Prospects prospects, OurCompany company) {
        this.people = people;
        this.accounts = accounts;
        this.sentMails = sentMails;
        this.prospects = prospects;
        this.company = company;
    }

    /**
     * Those of some addresses that are ours.
     *
     * @param owners profiles by address, without its subaddress, in lower case; absent for what is nobody's own, such as
     *     the reply address
     * @param domains organisational domains of ours
     */
    public record Ours(Map<String, Optional<UUID>> owners, Set<String> domains) {
        /** Whether an address is a profile's, an account's or the one for replies. */
        public boolean has(@Nullable String address) {
            return address != null && owners.containsKey(plain(address));
        }

        /** Whether an address is one of those or a colleague's, who has no profile. */
        public boolean hasOrKnowsDomain(@Nullable String address) {
            return has(address) || (address != null && domains.contains(domainOf(address)));
        }

        /** Whose it is; absent for what is nobody's own, and for colleagues without a profile. */
        Optional<UUID> ownerOf(@Nullable String address) {
            return address == null ? Optional.empty() : owners.getOrDefault(plain(address), Optional.empty());
        }
    }

    /** What is ours of these addresses. */
    public Ours among(Collection<String> addresses) {
        List<String> forms = addresses.stream()
                .flatMap(address -> Stream.of(address.toLowerCase(Locale.ROOT), plain(address)))
                .distinct()
                .toList();
        Map<String, Optional<UUID>> owners = new HashMap<>();
        owners.put(plain(sentMails.replyAddress()), Optional.empty());
        for (MailAccount account : accounts.withAddresses(forms)) {
            Optional<UUID> owner = Optional.ofNullable(account.personId());
            owners.put(plain(account.address()), owner);
            owners.put(plain(account.from()), owner);
        }
        for (Person person : people.withEmails(forms)) {
            owners.put(plain(Objects.requireNonNull(person.email())), Optional.of(person.id()));
        }
        return new Ours(owners, domainsAmong(forms));
    }

    private Set<String> domainsAmong(List<String> addresses) {
        Set<String> named = addresses.stream().map(OurAddresses::domainOf).collect(Collectors.toSet());
        return Stream.of(
                        people.domains(),
                        accounts.domains(),
                        List.of(domainOf(sentMails.replyAddress())),
                        company.domains().orElse(List.of()))
                .flatMap(Collection::stream)
                .map(Domains::organisational)
                .filter(named::contains)
                .distinct()
                .filter(domain -> !Domains.isShared(domain))
                .filter(domain -> prospects.withRegisteredDomainOf(domain).isEmpty())
                .collect(Collectors.toSet());
    }

    private static String domainOf(String address) {
        return Domains.organisational(address.substring(address.lastIndexOf('@') + 1));
    }

    /** The address in lower case, without the part behind a plus sign (RFC 5233). */
    private static String plain(String address) {
        return address.toLowerCase(Locale.ROOT).replaceFirst("\\+[^@]*(?=@)", "");
    }
}
