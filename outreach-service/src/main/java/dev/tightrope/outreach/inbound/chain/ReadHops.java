package dev.tightrope.outreach.inbound.chain;

import dev.tightrope.outreach.inbound.analysis.InboundMail;
import dev.tightrope.outreach.inbound.analysis.Party;
import dev.tightrope.outreach.inbound.analysis.quotes.QuotedMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads off a message that belongs to an outreach the way our mail took to its sender. Pure. */
final class ReadHops {
    /** Steps read of one message; nobody passes a mail on more often, but anybody can write a mail that says so. */
    static final int MAX_HOPS = 40;

    /** Parties read of one step. */
    static final int MAX_PARTIES = 60;

    private ReadHops() {}

    private record Step(
            @Nullable Party from,
            List<Party> to,
            List<Party> cc,
            @Nullable Instant at,
            @Nullable String dateAsWritten) {
        static Step of(QuotedMessage level) {
            return new Step(level.from(), level.to(), level.cc(), level.sentAt(), level.date());
        }
    }

    /**
     * The steps, the one nearest to our mail first.
     *
     * @param executive whom our mail went to
     * @param isExecutive whether a party is that person
     * @param ours whether a party is one of ours
     */
    static List<Hop> of(InboundMail mail, Party executive, Predicate<Party> isExecutive, Predicate<Party> ours) {
        List<Step> steps = betweenTheirsAndOurs(mail, ours);
        List<Hop> hops = new ArrayList<>();
        for (int i = steps.size() - 1; i >= 0 && hops.size() < MAX_HOPS; i--) {
            Step step = steps.get(i);
            Party from = step.from();
            if (from == null || ours.test(from)) {
                continue;
            }
            if (hops.isEmpty() && !isExecutive.test(from)) {
                hops.add(new Hop(executive, List.of(from), List.of(), null, null, true));
            }
            hops.add(hop(step, from, i == 0 ? null : steps.get(i - 1).from()));
        }
        return List.copyOf(hops);
    }

    /** A header line that quotes the writer alone ("On Tuesday Mia wrote:") went to whoever quotes it. */
    private static Hop hop(Step step, Party from, @Nullable Party quotedBy) {
        if (step.to().isEmpty() && quotedBy != null && !Named.same(from, quotedBy)) {
            return new Hop(from, List.of(quotedBy), bounded(step.cc()), step.at(), step.dateAsWritten(), true);
        }
        return new Hop(from, bounded(step.to()), bounded(step.cc()), step.at(), step.dateAsWritten(), false);
    }

    /** From the message itself down to the innermost one of ours, without it: what lies below was before our mail. */
    private static List<Step> betweenTheirsAndOurs(InboundMail mail, Predicate<Party> ours) {
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(mail.from(), mail.to(), mail.cc(), mail.sentAt(), null));
        mail.quoted().forEach(level -> steps.add(Step.of(level)));
        for (int i = steps.size() - 1; i > 0; i--) {
            Party from = steps.get(i).from();
            if (from != null && ours.test(from)) {
                return steps.subList(0, i);
            }
        }
        return steps;
    }

    private static List<Party> bounded(List<Party> parties) {
        return parties.size() <= MAX_PARTIES ? parties : parties.subList(0, MAX_PARTIES);
    }
}
