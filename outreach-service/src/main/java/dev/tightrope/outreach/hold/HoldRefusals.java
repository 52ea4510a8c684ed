package dev.tightrope.outreach.hold;

import dev.tightrope.api.Problems;
import java.util.List;
import java.util.Map;

/** What a company hold does not let happen, naming who holds it and what has to happen first. */
final class HoldRefusals {
    private static final String CODE = "company-held";

    private HoldRefusals() {}

    /** Another outreach is not opened there. */
    static RuntimeException held(Hold hold) {
        return Problems.conflict(
                CODE,
                hold.companyName() + " is held by " + hold.ownerName()
                        + ": no other outreach there until theirs is closed. Talk to them, or ask a manager to override"
                        + " it with a reason.",
                Map.of("heldBy", holder(hold)));
    }

    /** This outreach makes no contact there. */
    static RuntimeException contested(Hold other) {
        return Problems.conflict(
                CODE,
                other.companyName() + " is held by " + other.ownerName()
                        + ", too: nobody is called or mailed by this outreach before theirs is closed or a manager allows"
                        + " this one (POST /outreaches/{id}/hold-override). Talk to each other.",
                Map.of("heldBy", holder(other)));
    }

    /** There is nothing a manager would have to allow. */
    static RuntimeException notContested() {
        return Problems.conflict(
                "hold-not-contested",
                "Nobody else holds the company, or a manager allowed this outreach already: it may go on as it is.");
    }

    /** Two held companies do not become one unnoticed. */
    static RuntimeException twoHolds(Hold one, Hold other) {
        return Problems.conflict(
                CODE,
                "These would become one company, and it is held twice: " + one.companyName() + " by "
                        + one.ownerName() + ", " + other.companyName() + " by " + other.ownerName()
                        + ". Let one of them be closed first, or ask a manager to join them with an overrideReason.",
                Map.of("heldBy", List.of(holder(one), holder(other))));
    }

    private static Map<String, Object> holder(Hold hold) {
        return Map.of(
                "ownerId", hold.ownerId(),
                "ownerName", hold.ownerName(),
                "companyName", hold.companyName(),
                "since", hold.takenAt());
    }
}
