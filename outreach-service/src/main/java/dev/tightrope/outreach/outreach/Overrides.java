package dev.tightrope.outreach.outreach;

import dev.tightrope.api.Caller;
import dev.tightrope.api.Problems;
import dev.tightrope.outreach.hold.HoldOverride;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** A manager's word that a company may be contacted although somebody else holds it. */
@ApplicationScoped
class Overrides {
    private final Caller caller;

    Overrides(Caller caller) {
        this.caller = caller;
    }

    @Nullable
    HoldOverride of(@Nullable String reason) {
        return reason == null ? null : by(reason);
    }

    /** As {@link #of}, with a reason. */
    HoldOverride by(String reason) {
        if (!caller.isManager() && !caller.isAdmin()) {
            throw Problems.forbidden("Only a manager may override a company hold; ask yours.");
        }
        return new HoldOverride(caller.personId(), reason.strip());
    }
}
