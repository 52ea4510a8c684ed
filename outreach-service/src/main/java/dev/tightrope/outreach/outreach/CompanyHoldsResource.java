package dev.tightrope.outreach.outreach;

import dev.tightrope.api.Caller;
import dev.tightrope.api.FieldError;
import dev.tightrope.api.Problems;
import dev.tightrope.api.Roles;
import dev.tightrope.outreach.address.Domains;
import dev.tightrope.outreach.hold.CompanyHolds;
import dev.tightrope.outreach.hold.Hold;
import dev.tightrope.outreach.lifecycle.OutreachState;
import dev.tightrope.outreach.prospect.Prospects;
import dev.tightrope.outreach.suppression.Suppressions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Tells other tools whether a company may be contacted. */
@Path("/company-holds")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "company-holds")
@RolesAllowed({Roles.REP, Roles.SALES_MANAGER, Roles.ADMIN})
public class CompanyHoldsResource {
    private final CompanyHolds holds;
    private final OutreachStore store;
    private final Prospects prospects;
    private final Suppressions suppressions;
    private final Caller caller;

    CompanyHoldsResource(
            CompanyHolds holds, OutreachStore store, Prospects prospects, Suppressions suppressions, Caller caller) {
        this.holds = holds;
        this.store = store;
        this.prospects = prospects;
        this.suppressions = suppressions;
        this.caller = caller;
    }

    /**
     * Whether the caller may contact a company.
     *
     * @param domain the domain asked about, normalised
     * @param mayContact whether it did not ask us to stay away, nobody else holds it, and the caller's own outreach is
     *     not in its silence
     * @param reason why not
     * @param data who holds it
     */
    @Schema(name = "CompanyHoldAnswer")
    record Answer(
            String domain, boolean mayContact, @Nullable String reason, List<Holder> data) {}

    /** Who holds a company. */
    record Holder(String companyName, UUID ownerId, String ownerName, Instant since, boolean silent) {}

    /** May I contact this company? */
    @GET
    @Operation(summary = "May I contact this company? Answers by one of its web or mail domains")
    public Answer of(@QueryParam("domain") @Nullable String domain) {
        String wanted = Domains.normalise(domain == null ? "" : domain)
                .orElseThrow(
                        () -> Problems.badRequest(FieldError.query("domain", "must be a domain such as example.com")));
        List<Hold> found = holds.ofDomain(wanted);
        List<Holder> holders = found.stream().map(this::holder).toList();
        String whyNot = isSuppressed(wanted)
                ? wanted
                        + " or another domain of the company is on the suppression list: nobody there may be contacted."
                : whyNot(holders);
        return new Answer(wanted, whyNot == null, whyNot, holders);
    }

    private boolean isSuppressed(String domain) {
        return suppressions.isAnySuppressed(Stream.concat(
                        Stream.of(domain),
                        prospects.withDomain(domain).stream().flatMap(prospect -> prospect.domains().stream()))
                .toList());
    }

    private Holder holder(Hold hold) {
        boolean silent = store.byId(hold.outreachId())
                .map(row -> row.state() == OutreachState.AWAITING_RESPONSE)
                .orElse(false);
        return new Holder(hold.companyName(), hold.ownerId(), hold.ownerName(), hold.takenAt(), silent);
    }

    private @Nullable String whyNot(List<Holder> holders) {
        for (Holder holder : holders) {
            if (!holder.ownerId().equals(caller.personId())) {
                return holder.companyName() + " is held by " + holder.ownerName() + ".";
            }
            if (holder.silent()) {
                return "Your e-mail is out: stay silent until somebody answers or the wait is over.";
            }
        }
        return null;
    }
}
