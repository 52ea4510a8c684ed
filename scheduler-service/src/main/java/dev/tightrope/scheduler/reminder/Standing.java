package dev.tightrope.scheduler.reminder;

import dev.tightrope.scheduler.outreach.Outreaches;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where an outreach stands in the moment a reminder is to be sent. A reminder asks only for what is still to be done.
 *
 * @param state its state
 * @param latestWait the number of its latest wait
 * @param latestStep the version of its latest next step
 * @param latestTask the number of the latest call to make or meaning to say
 * @param companyBusy whether another outreach is at work at its company
 * @param addressCorrected whether the refused mail it tells of has an address to go to by now
 */
record Standing(
        @Nullable String state,
        int latestWait,
        int latestStep,
        int latestTask,
        boolean companyBusy,
        boolean addressCorrected) {
    /** Whether it is to wait: what they answered may turn out to have no meaning for it. */
    boolean holds(ReminderKind kind) {
        return "RESPONDED".equals(state) && (kind == ReminderKind.FOLLOW_UP || kind == ReminderKind.NEXT_STEP);
    }

    /** Why a reminder of this kind and version must not be sent any more. */
    Optional<String> pointless(ReminderKind kind, int version) {
        return switch (kind) {
            case FOLLOW_UP -> {
                boolean waiting = Outreaches.AWAITING_RESPONSE.equals(state) || Outreaches.FOLLOW_UP_DUE.equals(state);
                yield waiting ? later("wait", version, latestWait) : movedOn();
            }
            case CALL_DUE -> Outreaches.READY_TO_CALL.equals(state) ? later("call", version, latestTask) : movedOn();
            case DISPOSITION -> Outreaches.RESPONDED.equals(state) ? later("answer", version, latestTask) : movedOn();
            case NEXT_STEP -> Outreaches.ENGAGED.equals(state) ? later("next step", version, latestStep) : movedOn();
            case RETURN -> {
                if (companyBusy) {
                    yield Optional.of("another outreach is at work at the company");
                }
                yield closed() ? Optional.empty() : movedOn();
            }
            case ADDRESS_REFUSED ->
                addressCorrected ? Optional.of("the address was corrected meanwhile") : Optional.empty();
            case RESPONSE, SUGGESTION, ATTENTION, WITHHELD, PERMISSION_ENDED, HANDED_OVER, SIGN_IN, DIGEST, WEEKLY ->
                Optional.empty();
        };
    }

    boolean closed() {
        return Outreaches.CLOSED.equals(state);
    }

    private Optional<String> movedOn() {
        return Optional.of("the outreach is " + state + " now");
    }

    private static Optional<String> later(String what, int version, int latest) {
        return version == latest
                ? Optional.empty()
                : Optional.of(what + " " + version + " was followed by " + what + " " + latest);
    }
}
