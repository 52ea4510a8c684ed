package dev.tightrope.outreach.hold;

import dev.tightrope.api.Problems;
import dev.tightrope.events.CompanyReleased;
import dev.tightrope.messaging.Outbox;
import dev.tightrope.outreach.address.Domains;
import dev.tightrope.outreach.prospect.Company;
import dev.tightrope.outreach.prospect.CompanyChanged;
import dev.tightrope.outreach.prospect.Prospect;
import dev.tightrope.outreach.prospect.Prospects;
import dev.tightrope.outreach.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Takes, releases and looks up company holds. Everything that changes one must run in a transaction. */
@ApplicationScoped
public class CompanyHolds {
    private final HoldStore store;
    private final Prospects prospects;
    private final TellHolds news;
    private final Outbox outbox;
    private final Event<HoldsJoined> joins;
    private final Ids ids;
    private final Clock clock;

    CompanyHolds(
            HoldStore store,
            Prospects prospects,
            TellHolds news,
            Outbox outbox,
            Event<HoldsJoined> joins,
            Ids ids,
            Clock clock) {
        this.store = store;
        this.prospects = prospects;
        this.news = news;
        this.outbox = outbox;
        this.joins = joins;
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
        prospects.keepCompanies();
        TreeSet<String> keys = keysOf(request.prospectId());
        store.lock(keys);
        List<Hold> others = store.withAnyKey(keys);
        if (!others.isEmpty() && override == null) {
            throw HoldRefusals.held(others.get(0));
        }
        return insert(request, keys, others, others.isEmpty() ? null : override);
    }

    /** Holds the company for an outreach that a late response reopened, whoever holds it meanwhile. */
    public Hold takeAgain(HoldRequest request) {
        prospects.keepCompanies();
        TreeSet<String> keys = keysOf(request.prospectId());
        store.lock(keys);
        Optional<Hold> own = store.ofOutreach(request.outreachId());
        return own.isPresent() ? own.get() : insert(request, keys, store.withAnyKey(keys), null);
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
        others.forEach(news::changed);
    }

    /**
     * Refuses with 409 {@code company-held} what an outreach may not do while somebody else holds its company, too, and no
     * manager has allowed it.
     */
    public void requireUncontested(UUID outreachId) {
        contesting(outreachId).stream().findFirst().ifPresent(other -> {
            throw HoldRefusals.contested(other);
        });
    }

    /** Holds beside which this outreach may make no contact; none if nobody else holds the company or a manager allowed it. */
    public List<Hold> contesting(UUID outreachId) {
        return store.ofOutreach(outreachId)
                .filter(Hold::contested)
                .map(this::others)
                .orElse(List.of());
    }

    /**
     * A manager allows the outreach beside the others that hold its company.
     *
     * @return those others
     * @throws dev.tightrope.api.ProblemException 409 {@code hold-not-contested} if there is nothing to allow
     */
    public List<Hold> allow(UUID outreachId, HoldOverride override) {
        Hold own = store.ofOutreach(outreachId).orElseThrow(HoldRefusals::notContested);
        store.lock(store.keysOf(own.id()));
        List<Hold> others = contesting(outreachId);
        if (others.isEmpty()) {
            throw HoldRefusals.notContested();
        }
        store.allow(own.id(), override);
        news.changed(own);
        return others;
    }

    /** Nobody else changes the holds of these outreaches until the transaction ends. */
    public void keep(Iterable<UUID> outreachIds) {
        TreeSet<String> keys = new TreeSet<>();
        outreachIds.forEach(id -> store.ofOutreach(id).ifPresent(hold -> keys.addAll(store.keysOf(hold.id()))));
        store.lock(keys);
    }

    /** The company is held by another rep from now on; whoever is contested by this hold is contested by them. */
    public void handOver(UUID outreachId, UUID ownerId, String ownerName) {
        keep(List.of(outreachId));
        store.ofOutreach(outreachId).ifPresent(hold -> {
            store.handOver(hold.id(), ownerId, ownerName);
            store.byId(hold.id()).ifPresent(news::told);
            store.others(hold).forEach(news::changed);
        });
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
        keys.add("domain:" + Domains.organisational(domain));
        prospects.withDomain(domain).forEach(prospect -> keys.addAll(keysOf(prospect.id())));
        return store.withAnyKey(keys);
    }

    /**
     * Fits the holds to what counts as one company now. A company that was split is free beside the hold of the other
     * part. Two held companies become one only by a manager's word; then the later hold is contested, and its outreach
     * may neither be called nor mailed until a manager allows it.
     */
    void follow(@Observes CompanyChanged change) {
        TreeSet<String> before = new TreeSet<>();
        change.prospectIds().forEach(id -> before.add("prospect:" + id));
        Map<UUID, TreeSet<String>> after = new LinkedHashMap<>();
        TreeSet<String> locked = new TreeSet<>();
        for (Hold hold : store.withAnyKey(before)) {
            after.put(hold.id(), keysOf(hold.prospectId()));
            locked.addAll(store.keysOf(hold.id()));
        }
        after.values().forEach(locked::addAll);
        store.lock(locked);
        // Only now nobody releases one of them any more. None can have come: whoever takes one keeps companies as they
        // are, and they are being changed.
        List<Hold> concerned = store.withAnyKey(before);
        Map<UUID, Set<UUID>> known = new HashMap<>();
        concerned.forEach(hold -> known.put(hold.id(), sharing(store.keysOf(hold.id()))));
        concerned.forEach(hold -> store.replaceKeys(hold.id(), after.getOrDefault(hold.id(), new TreeSet<>())));
        for (Hold hold : concerned) {
            List<Hold> earlier = store.withAnyKey(after.getOrDefault(hold.id(), new TreeSet<>())).stream()
                    .filter(other -> !known.getOrDefault(hold.id(), Set.of()).contains(other.id()))
                    .filter(other -> isEarlier(other, hold))
                    .toList();
            if (!earlier.isEmpty()) {
                join(earlier, hold, change);
            } else if (hold.exclusive()) {
                store.makeExclusive(hold.id());
            } else {
                store.makeExclusiveIfAlone(hold.id());
            }
        }
        concerned.forEach(hold -> news.changed(hold, domains(hold.prospectId())));
    }

    private Set<UUID> sharing(TreeSet<String> keys) {
        return store.withAnyKey(keys).stream().map(Hold::id).collect(Collectors.toSet());
    }

    /** Whoever allowed the later one before did not know of these. */
    private void join(List<Hold> earlier, Hold later, CompanyChanged change) {
        if (change.reason() == null) {
            throw HoldRefusals.twoHolds(earlier.get(0), later);
        }
        store.contest(later.id());
        earlier.forEach(one -> joins.fire(new HoldsJoined(one, later, change)));
    }

    private static boolean isEarlier(Hold one, Hold other) {
        return Comparator.comparing(Hold::takenAt).thenComparing(Hold::id).compare(one, other) < 0;
    }

    private Hold insert(HoldRequest request, TreeSet<String> keys, List<Hold> others, @Nullable HoldOverride override) {
        String name = prospects.byId(request.prospectId()).map(Prospect::name).orElse("");
        Hold hold = new Hold(
                ids.next(),
                request.outreachId(),
                request.prospectId(),
                request.ownerId(),
                request.ownerName(),
                name,
                domains(request.prospectId()),
                others.isEmpty(),
                override == null ? null : override.reason(),
                override == null ? TellHolds.names(others) : null,
                clock.instant());
        store.insert(hold, keys, override == null ? null : override.managerId());
        news.taken(hold, others);
        return hold;
    }

    private List<String> domains(UUID prospectId) {
        return company(prospectId).domains().stream().sorted().toList();
    }

    private TreeSet<String> keysOf(UUID prospectId) {
        Company company = company(prospectId);
        TreeSet<String> keys = new TreeSet<>();
        company.prospectIds().forEach(id -> keys.add("prospect:" + id));
        company.domains().stream().filter(domain -> isOnlyOf(company, domain)).forEach(domain -> {
            keys.add("domain:" + domain);
            keys.add("domain:" + Domains.organisational(domain));
        });
        return keys;
    }

    /** A registered domain that two parts of a family share makes them no longer one after a manager split them. */
    private boolean isOnlyOf(Company company, String domain) {
        return prospects.withRegisteredDomainOf(domain).stream()
                .filter(prospect -> !company.prospectIds().contains(prospect.id()))
                .map(prospect -> company(prospect.id()))
                .noneMatch(other -> wasSplitOff(company) || wasSplitOff(other));
    }

    private boolean wasSplitOff(Company company) {
        return prospects.byId(company.id()).map(Prospect::separate).orElse(false);
    }

    private Company company(UUID prospectId) {
        return prospects.companyOf(prospectId).orElseThrow(() -> Problems.notFound("prospect", prospectId));
    }
}
