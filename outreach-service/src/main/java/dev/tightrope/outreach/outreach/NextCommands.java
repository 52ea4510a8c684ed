package dev.tightrope.outreach.outreach;

import dev.tightrope.outreach.hold.Hold;
import dev.tightrope.outreach.lifecycle.ClosureOutcome;
import dev.tightrope.outreach.lifecycle.Decision;
import dev.tightrope.outreach.lifecycle.Disposition;
import dev.tightrope.outreach.lifecycle.OutreachLifecycle;
import dev.tightrope.outreach.lifecycle.OutreachTrigger;
import dev.tightrope.outreach.lifecycle.Situation;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which commands are possible now, and what has to happen first for the others: asked of the life cycle itself. */
final class NextCommands {
    private static final UUID ANY = new UUID(0, 0);

    /** What may not be done while somebody else holds the company, too, and no manager has allowed it. */
    private static final Set<String> LEADING_TO_CONTACT = Set.of("email-approval", "round");

    private NextCommands() {}

    /**
     * A command and whether it is possible.
     *
     * @param command last part of its path
     * @param possible whether it would be accepted now
     * @param first why not, and what has to happen first
     */
    record NextCommand(
            String command, boolean possible, @Nullable String first) {}

    static List<NextCommand> of(Situation situation, @Nullable Hold hold, Instant now) {
        String heldBy = hold == null || !hold.contested() ? null : hold.contestedBy();
        List<NextCommand> commands = new ArrayList<>();
        probes(situation, now).forEach((command, trigger) -> {
            Decision decision = OutreachLifecycle.decide(situation, trigger, now.atZone(ZoneOffset.UTC));
            if (!decision.isApplied()) {
                commands.add(new NextCommand(command, false, decision.reason()));
            } else if (heldBy != null && LEADING_TO_CONTACT.contains(command)) {
                commands.add(new NextCommand(
                        command,
                        false,
                        heldBy + " holds the company, too: theirs has to be closed, or a manager has to allow this"
                                + " outreach (hold-override), first."));
            } else {
                commands.add(new NextCommand(command, true, null));
            }
        });
        if (heldBy != null) {
            commands.add(new NextCommand("hold-override", true, null));
        }
        return commands;
    }

    private static Map<String, OutreachTrigger> probes(Situation situation, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        Map<String, OutreachTrigger> probes = new LinkedHashMap<>();
        probes.put("email-approval", new OutreachTrigger.EmailApproved(1, ""));
        probes.put("email-reopening", new OutreachTrigger.EmailReopened(""));
        probes.put("response", new OutreachTrigger.ResponseReceived(ANY, "", now));
        probes.put("disposition", new OutreachTrigger.ResponseDisposed(ANY, new Disposition.PassedOn(), 0));
        probes.put("wait-extension", new OutreachTrigger.WaitExtended(now.plus(Duration.ofDays(7))));
        // With another story, a round is possible whenever one is possible at all.
        probes.put("round", new OutreachTrigger.CalledAgain(ANY, null));
        probes.put("next-step", new OutreachTrigger.NextStepPlanned("", today, null));
        probes.put("engagement-withdrawal", new OutreachTrigger.EngagementWithdrawn(""));
        probes.put("executive-correction", new OutreachTrigger.AddressCorrected(""));
        probes.put("mail-outcome", new OutreachTrigger.UnknownOutcomeResolved(true, now));
        probes.put("closure-as-won", new OutreachTrigger.Won(null));
        probes.put("closure-as-lost", new OutreachTrigger.Lost(null));
        probes.put("closure-as-no-response", new OutreachTrigger.Closed(ClosureOutcome.NO_RESPONSE, null));
        probes.put("cancellation", new OutreachTrigger.Cancelled(null));
        return probes;
    }
}
