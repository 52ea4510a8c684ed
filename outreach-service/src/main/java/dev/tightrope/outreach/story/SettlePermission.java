package dev.tightrope.outreach.story;

import dev.tightrope.api.Caller;
import dev.tightrope.api.Problems;
import dev.tightrope.outreach.input.FieldErrors;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** Grants the permission to name a competitor, and withdraws it. */
@ApplicationScoped
class SettlePermission {
    private final StoryStore store;
    private final Event<PermissionEnded> permissionEnds;
    private final Event<PermissionRenewed> permissionRenewals;
    private final Caller caller;
    private final Clock clock;

    SettlePermission(
            StoryStore store,
            Event<PermissionEnded> permissionEnds,
            Event<PermissionRenewed> permissionRenewals,
            Caller caller,
            Clock clock) {
        this.store = store;
        this.permissionEnds = permissionEnds;
        this.permissionRenewals = permissionRenewals;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    Story grant(UUID id, PermissionRequest request) {
        Story before = store.lockOrRefuse(id);
        FieldErrors errors = new FieldErrors();
        Permission permission = request.permission("", errors);
        Instant now = clock.instant();
        if (!permission.holdsAt(now)) {
            errors.add("/until", "must not be over already");
        }
        errors.refuseIfAny();
        Story after = store.change(id, StoryStore.contentOf(before), permission);
        if (!before.mayBeNamedAt(now)) {
            permissionRenewals.fire(new PermissionRenewed(after));
        }
        return after;
    }

    @Transactional
    Story withdraw(UUID id, String reason) {
        Story before = store.lockOrRefuse(id);
        Permission held = before.permission();
        if (held == null) {
            throw Problems.conflict("no-permission", "There is no permission to withdraw: none was recorded.");
        }
        if (held.endedAt() != null) {
            throw Problems.conflict("permission-withdrawn", "The permission was withdrawn at " + held.endedAt() + ".");
        }
        Instant now = clock.instant();
        Permission ended =
                new Permission(held.kind(), held.by(), held.until(), held.url(), now, caller.personId(), reason);
        Story after = store.change(id, StoryStore.contentOf(before), ended);
        permissionEnds.fire(new PermissionEnded(after, now));
        return after;
    }
}
