package dev.tightrope.outreach.outreach;

import dev.tightrope.api.Problems;
import dev.tightrope.events.SuppressionKind;
import dev.tightrope.outreach.address.Domains;
import dev.tightrope.outreach.address.EmailAddresses;
import dev.tightrope.outreach.hold.CompanyHolds;
import dev.tightrope.outreach.hold.Hold;
import dev.tightrope.outreach.prospect.Company;
import dev.tightrope.outreach.prospect.Contacts;
import dev.tightrope.outreach.prospect.Executive;
import dev.tightrope.outreach.prospect.Executives;
import dev.tightrope.outreach.prospect.Prospects;
import dev.tightrope.outreach.suppression.RecordSuppression;
import dev.tightrope.outreach.suppression.Suppressions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Suppresses who asked not to be contacted any more; that closes the outreach if it is the executive or the whole company.
 */
@ApplicationScoped
public class HonourOptOut {
    private final Executives executives;
    private final Prospects prospects;
    private final Contacts contacts;
    private final Suppressions suppressions;
    private final RecordSuppression recordSuppression;
    private final SuppressedOutreaches suppressed;
    private final CompanyHolds holds;

    HonourOptOut(
            Executives executives,
            Prospects prospects,
            Contacts contacts,
            Suppressions suppressions,
            RecordSuppression recordSuppression,
            SuppressedOutreaches suppressed,
            CompanyHolds holds) {
        this.executives = executives;
        this.prospects = prospects;
        this.contacts = contacts;
        this.suppressions = suppressions;
        this.recordSuppression = recordSuppression;
        this.suppressed = suppressed;
        this.holds = holds;
    }

    /**
     * A wish not to be contacted.
     *
     * @param address mail address of who said it
     * @param phone number of who said it, E.164
     * @param fromExecutive whether it was the executive
     * @param wholeCompany whether it was said for everybody there
     * @param reason what was said
     * @param source what it is recorded from
     * @param by who recorded it; absent if an inbound mail did
     */
    public record Wish(
            @Nullable String address,
            @Nullable String phone,
            boolean fromExecutive,
            boolean wholeCompany,
            String reason,
            String source,
            @Nullable UUID by) {}

    /** Whether an address is the executive's. */
    public boolean isExecutive(UUID executiveId, @Nullable String address) {
        return EmailAddresses.isSameMailbox(address, executive(executiveId).email());
    }

    /**
     * Whether somebody of the company is the executive, who may write from another address than ours went to, unless it is
     * that of a contact with the same name.
     */
    public boolean isExecutive(UUID executiveId, UUID prospectId, @Nullable String name, @Nullable String address) {
        return isExecutive(executiveId, address)
                || (isOfCompany(prospectId, address)
                        && executive(executiveId).is(name, address, contacts.recordedAmong(prospectId, address)));
    }

    /** Whether an address lies in one of the company's domains. */
    public boolean isOfCompany(UUID prospectId, @Nullable String address) {
        if (address == null) {
            return false;
        }
        String domain = EmailAddresses.domainOf(address).toLowerCase(Locale.ROOT);
        return prospects
                .companyOf(prospectId)
                .filter(company -> !Collections.disjoint(
                        Domains.organisational(company.domains()), Domains.organisational(List.of(domain))))
                .isPresent();
    }

    /** Locks what is locked before any outreach: for whoever locks one before it can honour the wish. */
    public void prepare() {
        suppressions.growList();
        prospects.keepCompanies();
    }

    /**
     * Every outreach the wish touches: the one it was said in, those it closes, and those that hold the company, which are
     * told if an answer reopens another. They are locked together before anything is done to one of them: whoever locks
     * some of them meanwhile goes by their ids, too. Locks what comes before outreaches.
     */
    public Set<UUID> touched(OutreachView outreach, Wish wish) {
        prepare();
        executives.keep(outreach.executiveId());
        Set<UUID> touched = new TreeSet<>(Set.of(outreach.id()));
        holds.ofCompany(outreach.prospectId()).stream().map(Hold::outreachId).forEach(touched::add);
        entries(outreach, wish).forEach(entry -> touched.addAll(suppressed.by(entry.kind(), entry.value())));
        return touched;
    }

    /**
     * Who spoke is suppressed; for the whole company, its domains and the executive as well. A domain is taken from the
     * company only, never from an address: that one may be a provider's, which thousands of others use. What it
     * {@link #touched touches} is locked by then.
     */
    public void honour(OutreachView outreach, Wish wish) {
        prepare();
        entries(outreach, wish)
                .forEach(entry -> recordSuppression.record(
                        entry.kind(), entry.value(), wish.reason(), wish.source(), null, wish.by()));
    }

    private record Entry(SuppressionKind kind, String value) {}

    private List<Entry> entries(OutreachView outreach, Wish wish) {
        Executive executive = executive(outreach.executiveId());
        List<Entry> entries = new ArrayList<>();
        if (wish.wholeCompany()) {
            prospects.companyOf(outreach.prospectId()).map(Company::domains).orElse(Set.of()).stream()
                    .sorted()
                    .forEach(domain -> add(entries, SuppressionKind.DOMAIN, domain));
        }
        if (wish.wholeCompany() || wish.fromExecutive()) {
            add(entries, SuppressionKind.EMAIL, executive.email());
            add(entries, SuppressionKind.PHONE, executive.phone());
        }
        add(entries, SuppressionKind.EMAIL, wish.address());
        add(entries, SuppressionKind.PHONE, wish.phone());
        return entries;
    }

    private static void add(List<Entry> entries, SuppressionKind kind, @Nullable String value) {
        if (value != null) {
            entries.add(new Entry(kind, value));
        }
    }

    private Executive executive(UUID id) {
        return executives.byId(id).orElseThrow(() -> Problems.notFound("executive", id));
    }
}
