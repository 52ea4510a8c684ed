package dev.tightrope.outreach.outreach;

import dev.tightrope.api.Visibility;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads outreaches for the other features. */
public interface Outreaches {

    /**
     * The outreach with this id.
     *
     * @throws dev.tightrope.api.ProblemException 404 if there is none that {@code who} may see
     */
    OutreachView find(UUID id, Visibility who);

    /** The outreach with this id, whoever may see it: for work no person asked for. */
    Optional<OutreachView> byId(UUID id);

    /** Whose it was before it was handed over, the earliest first. */
    List<FormerOwner> formerOwners(UUID id);

    /**
     * The outreach with its row locked until the transaction ends, so that it cannot move meanwhile. Lock it before rows
     * of your own feature, or two transactions wait for each other.
     *
     * @throws dev.tightrope.api.ProblemException 404 if there is none
     */
    OutreachView lockAndGet(UUID id);

    /** Locks several, in the one order in which everybody does: for whoever will lock more than one of them. */
    void lockAll(Collection<UUID> outreaches);
}
