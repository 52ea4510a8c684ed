package dev.tightrope.outreach.hold;

import dev.tightrope.api.Problems;
import dev.tightrope.events.CompanyHeld;
import dev.tightrope.events.CompanyReleased;
import dev.tightrope.messaging.Outbox;
import dev.tightrope.outreach.address.Domains;
import dev.tightrope.outreach.prospect.Company;
import dev.tightrope.outreach.prospect.Prospect;
import dev.tightrope.outreach.prospect.Prospects;
import dev.tightrope.outreach.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes, releases and looks up company holds. Everything that changes one must run in a transaction. */
@ApplicationScoped
public class CompanyHolds {
    private final HoldStore store;
    private final Prospects prospects;
    private final Outbox outbox;
    private final Ids ids;
    private final Clock clock;

    CompanyHolds(HoldStore store, Prospects prospects, Outbox outbox, Ids ids, Clock clock) {
        this.store = store;
        this.prospects = prospects;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Holds the company for an outreach that opens.
     *
     * @param override lets it happen although somebody holds the company
     * @throws dev.tightrope.api.ProblemException 409 {@code company-held} naming who holds it
     */
    public Hold take(HoldRequest request, @Nullable HoldOverride override) {
        TreeSet<String> keys = keysOf(request.prospectId());
        store.lock(keys);
        List<Hold> others = store.withAnyKey(keys);
        if (!others.isEmpty() && override == null) {
            throw held(others.get(0));
        }
        return insert(request, keys, others.isEmpty(), others.isEmpty() ? null : override);
    }

    /** Holds the company for an outreach that a late response reopened, whoever holds it meanwhile. */
    public Hold takeAgain(HoldRequest request) {
        TreeSet<String> keys = keysOf(request.prospectId());
        store.lock(keys);
        Optional<Hold> own = store.ofOutreach(request.outreachId());
        return own.isPresent()
                ? own.get()
                : insert(request, keys, store.withAnyKey(keys).isEmpty(), null);
    }

    /** Ends the hold of a closed outreach; another one that had to share the company gets it for itself. */
    public void release(UUID outreachId) {
        Optional<Hold> hold = store.ofOutreach(outreachId);
        if (hold.isEmpty()) {
            return;
        }
        TreeSet<String> keys = store.keysOf(hold.get().id());
        store.lock(keys);
        List<Hold> others = store.withAnyKey(keys);
        store.release(hold.get().id(), clock.instant());
        others.stream().filter(other -> !other.exclusive()).forEach(other -> store.makeExclusiveIfAlone(other.id()));
        outbox.append(new CompanyReleased(hold.get().id(), outreachId));
    }

    /** Refuses with 409 {@code company-held} what an outreach may not do while somebody else holds its company too. */
    public void requireUncontested(UUID outreachId, @Nullable HoldOverride override) {
        Optional<Hold> own = store.ofOutreach(outreachId).filter(Hold::contested);
        if (own.isEmpty()) {
            return;
        }
        if (override != null) {
            store.allow(own.get().id(), override);
            return;
        }
        List<Hold> others = others(own.get());
        if (!others.isEmpty()) {
            throw held(others.get(0));
        }
    }

    /** The hold of an outreach. */
    public Optional<Hold> ofOutreach(UUID outreachId) {
        return store.ofOutreach(outreachId);
    }

    /** Holds of the same company by other outreaches. */
    public List<Hold> others(Hold hold) {
        return store.withAnyKey(keysOf(hold.prospectId())).stream()
                .filter(other -> !other.id().equals(hold.id()))
                .toList();
    }

    /** Holds of the company a prospect belongs to, the exclusive one first. */
    public List<Hold> ofCompany(UUID prospectId) {
        return store.withAnyKey(keysOf(prospectId));
    }

    /** Holds of the company a web or mail domain belongs to, the exclusive one first. */
    public List<Hold> ofDomain(String domain) {
        TreeSet<String> keys = new TreeSet<>();
        Domains.withParents(domain).forEach(part -> keys.add("domain:" + part));
        prospects.withDomain(domain).forEach(prospect -> keys.addAll(keysOf(prospect.id())));
        return store.withAnyKey(keys);
    }

    private Hold insert(HoldRequest request, TreeSet<String> keys, boolean exclusive, @Nullable HoldOverride override) {
        Company company = company(request.prospectId());
        String name = prospects.byId(request.prospectId()).map(Prospect::name).orElse("");
        Hold hold = new Hold(
                ids.next(),
                request.outreachId(),
                request.prospectId(),
                request.ownerId(),
                request.ownerName(),
                name,
                company.domains().stream().sorted().toList(),
                exclusive,
                override == null ? null : override.reason(),
                clock.instant());
        store.insert(hold, keys, override == null ? null : override.managerId());
        outbox.append(new CompanyHeld(
                hold.id(), hold.outreachId(), hold.ownerId(), hold.ownerName(), hold.companyName(), hold.domains()));
        return hold;
    }

    private TreeSet<String> keysOf(UUID prospectId) {
        Company company = company(prospectId);
        TreeSet<String> keys = new TreeSet<>();
        company.prospectIds().forEach(id -> keys.add("prospect:" + id));
        company.domains().forEach(domain -> keys.add("domain:" + domain));
        return keys;
    }

    private Company company(UUID prospectId) {
        return prospects.companyOf(prospectId).orElseThrow(() -> Problems.notFound("prospect", prospectId));
    }

    private static RuntimeException held(Hold hold) {
        return Problems.conflict(
                "company-held",
                hold.companyName() + " is held by " + hold.ownerName()
                        + ": no other outreach there until theirs is closed. Talk to them, or ask a manager to override"
                        + " it with a reason.",
                Map.of(
                        "heldBy",
                        Map.of(
                                "ownerId", hold.ownerId(),
                                "ownerName", hold.ownerName(),
                                "companyName", hold.companyName(),
                                "since", hold.takenAt())));
    }
}
