package dev.tightrope.outreach.outreach;

import dev.tightrope.api.Problems;
import dev.tightrope.events.SuppressionKind;
import dev.tightrope.outreach.address.Domains;
import dev.tightrope.outreach.prospect.Company;
import dev.tightrope.outreach.prospect.Executive;
import dev.tightrope.outreach.prospect.Executives;
import dev.tightrope.outreach.prospect.Prospects;
import dev.tightrope.outreach.suppression.RecordSuppression;
import dev.tightrope.outreach.suppression.Suppressions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Suppresses who asked not to be contacted any more; that closes the outreach if it is the executive or the whole company.
 */
@ApplicationScoped
public class HonourOptOut {
    private final Executives executives;
    private final Prospects prospects;
    private final Suppressions suppressions;
    private final RecordSuppression recordSuppression;

    HonourOptOut(
            Executives executives,
            Prospects prospects,
            Suppressions suppressions,
            RecordSuppression recordSuppression) {
        this.executives = executives;
        this.prospects = prospects;
        this.suppressions = suppressions;
        this.recordSuppression = recordSuppression;
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
        return address != null
                && address.equalsIgnoreCase(executive(executiveId).email());
    }

    /** Whether an address lies in one of the company's domains. */
    public boolean isOfCompany(UUID prospectId, @Nullable String address) {
        if (address == null) {
            return false;
        }
        String domain = address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
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
     * Who spoke is suppressed; for the whole company, its domains and the executive as well. A domain is taken from the
     * company only, never from an address: that one may be a provider's, which thousands of others use.
     */
    public void honour(UUID prospectId, UUID executiveId, Wish wish) {
        prepare();
        Executive executive = executive(executiveId);
        if (wish.wholeCompany()) {
            prospects.companyOf(prospectId).map(Company::domains).orElse(Set.of()).stream()
                    .sorted()
                    .forEach(domain -> record(SuppressionKind.DOMAIN, domain, wish));
        }
        if (wish.wholeCompany() || wish.fromExecutive()) {
            record(SuppressionKind.EMAIL, executive.email(), wish);
            record(SuppressionKind.PHONE, executive.phone(), wish);
        }
        record(SuppressionKind.EMAIL, wish.address(), wish);
        record(SuppressionKind.PHONE, wish.phone(), wish);
    }

    private Executive executive(UUID id) {
        return executives.byId(id).orElseThrow(() -> Problems.notFound("executive", id));
    }

    private void record(SuppressionKind kind, @Nullable String value, Wish wish) {
        if (value != null) {
            recordSuppression.record(kind, value, wish.reason(), wish.source(), null, wish.by());
        }
    }
}
