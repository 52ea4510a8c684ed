package dev.tightrope.outreach.story;

import dev.tightrope.api.ETags;
import dev.tightrope.api.Problems;
import dev.tightrope.outreach.input.FieldErrors;
import dev.tightrope.outreach.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Records and rewrites success stories; a change that takes the permission away ends it for outreaches too. */
@ApplicationScoped
class WriteStory {
    private final StoryStore store;
    private final Event<PermissionEnded> permissionEnds;
    private final Event<PermissionRenewed> permissionRenewals;
    private final Event<StoryRewritten> rewritings;
    private final Ids ids;
    private final Clock clock;

    WriteStory(
            StoryStore store,
            Event<PermissionEnded> permissionEnds,
            Event<PermissionRenewed> permissionRenewals,
            Event<StoryRewritten> rewritings,
            Ids ids,
            Clock clock) {
        this.store = store;
        this.permissionEnds = permissionEnds;
        this.permissionRenewals = permissionRenewals;
        this.rewritings = rewritings;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional
    Story record(StoryRequest request) {
        FieldErrors errors = new FieldErrors();
        StoryContent content = request.content(errors);
        Permission permission = wanted(request, errors);
        errors.refuseIfAny();
        return store.add(ids.next(), content, permission);
    }

    @Transactional
    Story change(UUID id, StoryRequest request, String ifMatch) {
        Story before = store.lockOrRefuse(id);
        ETags.check(ifMatch, before.version());
        FieldErrors errors = new FieldErrors();
        StoryContent content = request.content(errors);
        Permission permission = wanted(request, errors);
        errors.refuseIfAny();
        Story after = store.change(id, content, keepWithdrawal(before, request, permission));
        Instant now = clock.instant();
        if (before.mayBeNamedAt(now) && !after.mayBeNamedAt(now)) {
            permissionEnds.fire(new PermissionEnded(after, now));
        } else if (!before.mayBeNamedAt(now) && after.mayBeNamedAt(now)) {
            permissionRenewals.fire(new PermissionRenewed(after));
        }
        rewritings.fire(new StoryRewritten(after));
        return after;
    }

    /** Saving a form read before the withdrawal, or correcting a spelling, must not bring a withdrawn permission back. */
    private static @Nullable Permission keepWithdrawal(
            Story before, StoryRequest request, @Nullable Permission permission) {
        Permission recorded = before.permission();
        if (recorded == null || recorded.endedAt() == null) {
            return permission;
        }
        if (request.permission() == null || request.permission().says(recorded)) {
            return recorded;
        }
        throw Problems.conflict(
                "permission-withdrawn",
                "The permission was withdrawn at " + recorded.endedAt()
                        + ". If there is a new one, record it with POST /api/v1/success-stories/" + before.id()
                        + "/permission.",
                Map.of("withdrawnAt", recorded.endedAt().toString()));
    }

    private static @Nullable Permission wanted(StoryRequest request, FieldErrors errors) {
        return request.permission() == null ? null : request.permission().permission("/permission", errors);
    }
}
