package dev.tightrope.outreach.hold;

import dev.tightrope.events.CompanyHeld;
import dev.tightrope.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells the other services of holds; once more whenever what they know of one is true no longer. */
@ApplicationScoped
class TellHolds {
    private final HoldStore store;
    private final Outbox outbox;

    TellHolds(HoldStore store, Outbox outbox) {
        this.store = store;
        this.outbox = outbox;
    }

    /** A hold that was just taken; it may add a name to those by whom others are contested. */
    void taken(Hold hold, List<Hold> others) {
        publish(hold);
        others.forEach(this::changed);
    }

    /** A hold of which something changed that is told in any case. */
    void told(Hold hold) {
        publish(hold);
    }

    /** Looks at a hold again after something was done that may concern it. */
    void changed(Hold before) {
        store.byId(before.id()).ifPresent(hold -> changed(before, hold.domains()));
    }

    /** As above, with the domains of its company now. */
    void changed(Hold before, List<String> domains) {
        store.byId(before.id()).ifPresent(now -> {
            String contestedBy = contestedBy(now);
            if (!domains.equals(now.domains()) || !Objects.equals(contestedBy, now.contestedBy())) {
                store.keepTold(now.id(), domains, contestedBy);
                publish(now.told(domains, contestedBy));
            }
        });
    }

    private @Nullable String contestedBy(Hold hold) {
        return hold.contested() ? names(store.others(hold)) : null;
    }

    /** Who holds it, in words; absent if nobody does. */
    static @Nullable String names(List<Hold> holds) {
        String names = holds.stream().map(Hold::ownerName).distinct().collect(Collectors.joining(" and "));
        return names.isEmpty() ? null : names;
    }

    private void publish(Hold hold) {
        outbox.append(new CompanyHeld(
                hold.id(),
                hold.outreachId(),
                hold.ownerId(),
                hold.ownerName(),
                hold.companyName(),
                hold.domains(),
                hold.contestedBy()));
    }
}
