package dev.tightrope.outreach.inbound.chain;

import dev.tightrope.events.ForwardHop;
import dev.tightrope.events.ResponseReceived;
import dev.tightrope.outreach.inbound.chain.ForwardChain.Member;
import dev.tightrope.outreach.inbound.chain.ForwardChain.Step;
import dev.tightrope.outreach.outreach.KnownForwardChain;
import dev.tightrope.outreach.outreach.OutreachView;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The forward chain in names: one step for everybody a mail was given on to at once. */
@ApplicationScoped
class TellForwardChain implements KnownForwardChain {
    private final ShowForwardChain show;

    TellForwardChain(ShowForwardChain show) {
        this.show = show;
    }

    @Override
    public List<ForwardHop> of(OutreachView outreach) {
        return hops(show.of(outreach));
    }

    /** What the steps to several people at once have in common. */
    private record Act(
            int round,
            UUID from,
            @Nullable Instant at,
            @Nullable String dateAsWritten,
            boolean inferred) {
        static Act of(Step step) {
            return new Act(step.round(), step.from(), step.at(), step.dateAsWritten(), step.inferred());
        }
    }

    static List<ForwardHop> hops(ForwardChain chain) {
        Map<UUID, Member> people = new LinkedHashMap<>();
        chain.people().forEach(member -> people.put(member.id(), member));
        Map<Act, List<Step>> acts = new LinkedHashMap<>();
        // Our own mail of a round comes before what became of it; within a round the steps are in the order of the way.
        chain.hops().stream()
                .sorted((one, other) -> Integer.compare(one.round(), other.round()))
                .forEach(step -> acts.computeIfAbsent(Act.of(step), key -> new ArrayList<>())
                        .add(step));
        List<ForwardHop> hops = new ArrayList<>();
        acts.forEach((act, steps) -> {
            Member from = people.get(act.from());
            if (from != null) {
                hops.add(new ForwardHop(
                        from.name(),
                        from.role(),
                        names(steps, Part.TO, people),
                        names(steps, Part.CC, people),
                        act.at(),
                        act.dateAsWritten(),
                        act.inferred()));
            }
        });
        return List.copyOf(hops.subList(Math.max(0, hops.size() - ResponseReceived.MOST_HOPS), hops.size()));
    }

    private static List<String> names(List<Step> steps, Part part, Map<UUID, Member> people) {
        return steps.stream()
                .filter(step -> step.part() == part)
                .map(step -> people.get(step.to()))
                .filter(member -> member != null)
                .map(Member::name)
                .limit(ForwardHop.MOST_NAMES)
                .toList();
    }
}
