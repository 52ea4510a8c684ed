package dev.tightrope.outreach.inbound;

import dev.tightrope.outreach.address.EmailAddresses;
import dev.tightrope.outreach.delivery.Overlap;
import dev.tightrope.outreach.delivery.SentMails;
import dev.tightrope.outreach.hold.CompanyHolds;
import dev.tightrope.outreach.hold.Hold;
import dev.tightrope.outreach.inbound.analysis.Evidence;
import dev.tightrope.outreach.inbound.analysis.InboundMail;
import dev.tightrope.outreach.inbound.analysis.Participant;
import dev.tightrope.outreach.inbound.analysis.Party;
import dev.tightrope.outreach.prospect.Contact;
import dev.tightrope.outreach.prospect.Contacts;
import dev.tightrope.outreach.prospect.Executive;
import dev.tightrope.outreach.prospect.Executives;
import dev.tightrope.outreach.trace.SubjectKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rungs below certainty: some of our text, our subject with people of ours and theirs, a person known at a held
 * company, a held company's domain, at last somebody of it among those a mail from elsewhere went to. The highest rung that leads anywhere decides which outreaches are meant; lower ones
 * add to the evidence. Several outreaches left are one suggestion each, because nobody else can tell them apart.
 */
@ApplicationScoped
class FindCandidates {
    private static final double SOME = 0.15;
    private static final int FEW = 8;
    private static final int MOST = 10;
    private static final int MOST_DOMAINS = 50;

    private final MatchMail matchMail;
    private final SentMails sentMails;
    private final CompanyHolds holds;
    private final Contacts contacts;
    private final Executives executives;

    FindCandidates(
            MatchMail matchMail, SentMails sentMails, CompanyHolds holds, Contacts contacts, Executives executives) {
        this.matchMail = matchMail;
        this.sentMails = sentMails;
        this.holds = holds;
        this.contacts = contacts;
        this.executives = executives;
    }

    List<Candidate> of(InboundMail mail) {
        Party from = mail.from();
        String sender = from == null ? null : from.address();
        Set<UUID> held = new LinkedHashSet<>();
        Map<UUID, Evidence> byDomain = new LinkedHashMap<>();
        Map<UUID, Evidence> byPerson = new LinkedHashMap<>();
        if (from != null && sender != null) {
            String domain = from.domain();
            for (Hold hold : holds.ofDomain(domain)) {
                held.add(hold.outreachId());
                byDomain.put(hold.outreachId(), new Evidence("held-company", domain, 0.4));
            }
            heldWithPerson(sender)
                    .forEach(outreach -> byPerson.put(outreach, new Evidence("known-person", sender, 0.5)));
        }
        List<Map<UUID, Evidence>> rungs = List.of(
                narrowed(byText(mail), held), narrowed(bySubject(mail), held), byPerson, byDomain, byNamed(mail));
        return rungs.stream()
                .filter(rung -> !rung.isEmpty())
                .findFirst()
                .map(rung -> withSendersCompany(rung.keySet(), held).stream()
                        .limit(MOST)
                        .map(outreach -> new Candidate(outreach, evidence(rungs, outreach)))
                        .toList())
                .orElse(List.of());
    }

    /** Where what is found is another company's, whoever holds the sender's is asked as well. */
    private static Set<UUID> withSendersCompany(Set<UUID> found, Set<UUID> held) {
        Set<UUID> all = new LinkedHashSet<>(found);
        if (Collections.disjoint(found, held)) {
            all.addAll(held);
        }
        return all;
    }

    /** Somebody from elsewhere wrote, with somebody of a held company among those who got it or are quoted. */
    private Map<UUID, Evidence> byNamed(InboundMail mail) {
        Map<UUID, Evidence> found = new LinkedHashMap<>();
        if (!mail.kind().byPerson()) {
            return found;
        }
        mail.participants().stream()
                .map(Participant::address)
                .filter(address -> address != null && address.indexOf('@') >= 0)
                .map(EmailAddresses::domainOf)
                .distinct()
                .limit(MOST_DOMAINS)
                .forEach(domain -> holds.ofDomain(domain)
                        .forEach(hold ->
                                found.putIfAbsent(hold.outreachId(), new Evidence("held-company-named", domain, 0.3))));
        return found;
    }

    private static List<Evidence> evidence(List<Map<UUID, Evidence>> rungs, UUID outreach) {
        List<Evidence> evidence = new ArrayList<>();
        for (Map<UUID, Evidence> rung : rungs) {
            Evidence found = rung.get(outreach);
            if (found != null) {
                evidence.add(found);
            }
        }
        return evidence;
    }

    /** Where the sender's company is held, it is one of its outreaches. */
    private static Map<UUID, Evidence> narrowed(Map<UUID, Evidence> rung, Set<UUID> held) {
        Map<UUID, Evidence> there = new LinkedHashMap<>(rung);
        there.keySet().retainAll(held);
        return there.isEmpty() ? rung : there;
    }

    /** Too little of our text, or the text of several. What every mail of ours ends with is nobody's in particular. */
    private Map<UUID, Evidence> byText(InboundMail mail) {
        Set<String> named = TextMatch.addresses(mail);
        List<Overlap> some = matchMail.textsOf(mail).stream()
                .filter(overlap -> overlap.share() >= SOME && overlap.common() >= FEW)
                .toList();
        List<Overlap> rivals = TextMatch.rivals(some);
        List<Overlap> overlaps = some.stream()
                .filter(overlap -> (TextMatch.isEnough(overlap) && rivals.contains(overlap))
                        || named.contains(overlap.sent().recipient())
                        || named.contains(overlap.fromAddress()))
                .toList();
        Map<UUID, Evidence> found = new LinkedHashMap<>();
        overlaps.forEach(overlap -> found.putIfAbsent(
                overlap.sent().outreachId(),
                new Evidence(
                        "some-of-our-text", overlap.common() + " of " + overlap.of() + " pieces of our text", 0.75)));
        return found;
    }

    private Map<UUID, Evidence> bySubject(InboundMail mail) {
        Set<String> named = TextMatch.addresses(mail);
        String subject = mail.subject() == null ? "" : SubjectKey.of(mail.subject());
        Map<UUID, Evidence> found = new LinkedHashMap<>();
        for (Overlap overlap : sentMails.amongParties(subject, named)) {
            found.putIfAbsent(
                    overlap.sent().outreachId(),
                    overlap.sameSubject()
                            ? new Evidence("subject-and-parties", overlap.fromAddress(), 0.7)
                            : new Evidence(
                                    "quoted-parties",
                                    overlap.fromAddress() + " to "
                                            + overlap.sent().recipient(),
                                    0.65));
        }
        return found;
    }

    /** By the company: a person known at its parent is known there, too. */
    private Set<UUID> heldWithPerson(String address) {
        return Stream.concat(
                        contacts.withEmail(address).stream().map(Contact::prospectId),
                        executives.withEmail(address).stream().map(Executive::prospectId))
                .distinct()
                .flatMap(prospect -> holds.ofCompany(prospect).stream())
                .map(Hold::outreachId)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
