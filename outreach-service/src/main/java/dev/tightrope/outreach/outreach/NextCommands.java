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
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which commands are possible now, and what has to happen first for the others: asked of the life cycle itself. */
final class NextCommands {
    private static final UUID ANY = new UUID(0, 0);

    /** What may not be done while somebody else holds the company, too, and no manager has allowed it. */
    private static final Set<String> LEADING_TO_CONTACT = Set.of("email-approval", "round");

    private NextCommands() {}

    /** How each is called, and where beneath the outreach. */
    private static final Map<String, Call> CALLS = Map.ofEntries(
            Map.entry("email-approval", new Call("POST", "/email/approval")),
            Map.entry("email-reopening", new Call("POST", "/email/reopening")),
            Map.entry("response", new Call("POST", "/responses")),
            Map.entry("disposition", new Call("POST", "/responses/{responseId}/disposition")),
            Map.entry("wait-extension", new Call("POST", "/wait-extension")),
            Map.entry("round", new Call("POST", "/rounds")),
            Map.entry("next-step", new Call("PUT", "/next-step")),
            Map.entry("engagement-withdrawal", new Call("POST", "/engagement-withdrawal")),
            Map.entry("executive-correction", new Call("POST", "/executive-correction")),
            Map.entry("mail-outcome", new Call("POST", "/mail-outcome")),
            Map.entry("closure-as-won", new Call("POST", "/closure")),
            Map.entry("closure-as-lost", new Call("POST", "/closure")),
            Map.entry("closure-as-no-response", new Call("POST", "/closure")),
            Map.entry("cancellation", new Call("POST", "/cancellation")),
            Map.entry("transfer", new Call("POST", "/transfer")),
            Map.entry("hold-override", new Call("POST", "/hold-override")));

    private record Call(String method, String below) {}

    /**
     * A command and whether it is possible.
     *
     * @param command its name; a closure has one for each outcome that is asked for
     * @param method how it is called
     * @param path where; of a disposition, {responseId} is the response it is about
     * @param possible whether it would be accepted now
     * @param first why not, and what has to happen first
     */
    record NextCommand(
            String command,
            String method,

            @Schema(description = "For a disposition, {responseId} stands for the id of the response it is about")
            String path,

            boolean possible,
            @Nullable String first) {}

    static List<NextCommand> of(UUID outreach, Situation situation, @Nullable Hold hold, Instant now) {
        String heldBy = hold == null || !hold.contested() ? null : hold.contestedBy();
        List<NextCommand> commands = new ArrayList<>();
        probes(situation, now).forEach((command, trigger) -> {
            Decision decision = OutreachLifecycle.decide(situation, trigger, now.atZone(ZoneOffset.UTC));
            if (!decision.isApplied()) {
                commands.add(command(outreach, command, decision.reason()));
            } else if (heldBy != null && LEADING_TO_CONTACT.contains(command)) {
                commands.add(command(
                        outreach,
                        command,
                        heldBy + " holds the company, too: theirs has to be closed, or a manager has to allow this"
                                + " outreach (hold-override), first."));
            } else {
                commands.add(command(outreach, command, null));
            }
        });
        if (heldBy != null) {
            commands.add(command(outreach, "hold-override", null));
        }
        return commands;
    }

    private static NextCommand command(UUID outreach, String name, @Nullable String first) {
        Call call = Objects.requireNonNull(CALLS.get(name), name);
        String path = "/api/v1/outreaches/" + outreach + call.below();
        return new NextCommand(name, call.method(), path, first == null, first);
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
        probes.put("transfer", new OutreachTrigger.Transferred(ANY, ANY, null, "", ANY, 1));
        return probes;
    }
}
