package dev.tightrope.outreach.outreach;

import dev.tightrope.api.ProblemException;
import dev.tightrope.api.Problems;
import dev.tightrope.outreach.lifecycle.Decision;
import dev.tightrope.outreach.lifecycle.OutreachLifecycle;
import dev.tightrope.outreach.lifecycle.OutreachState;
import dev.tightrope.outreach.lifecycle.OutreachTrigger;
import dev.tightrope.outreach.lifecycle.TriggerKind;

/** What the life cycle of an outreach refuses, as the API says it. */
public final class NotPossibleNow {
    private static final String CODE = "not-possible-now";

    private NotPossibleNow() {}

    /** Refused by the decision. */
    static ProblemException of(OutreachState state, OutreachTrigger trigger, Decision decision) {
        return Problems.refused(
                CODE, decision.reason(), state.name(), trigger.kind().name(), decision.mustHappenFirst());
    }

    /** Refused for a reason of the caller's. */
    public static ProblemException of(OutreachState state, TriggerKind tried, String detail) {
        return Problems.refused(
                CODE, detail, state.name(), tried.name(), OutreachLifecycle.mustHappenFirst(state, tried));
    }
}
