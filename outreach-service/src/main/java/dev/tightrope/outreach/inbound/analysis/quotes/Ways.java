package dev.tightrope.outreach.inbound.analysis.quotes;

import dev.tightrope.outreach.inbound.analysis.Evidence;
import dev.tightrope.outreach.inbound.analysis.Party;
import dev.tightrope.outreach.inbound.analysis.quotes.Line.Mark;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decides how each quoted message came into the one around it: passed on or answered. What says so in words comes first,
 * then the subject around it, then who wrote it and whom the mail around it went to, then what is usual.
 */
final class Ways {
    private final Lexicon lexicon;
    private final boolean headerBlocks;
    private final Map<Level, Around> around = new HashMap<>();
    private final Map<Level, Way> ways = new HashMap<>();
    private final List<Evidence> evidence = new ArrayList<>();

    private Ways(Lexicon lexicon, boolean headerBlocks) {
        this.lexicon = lexicon;
        this.headerBlocks = headerBlocks;
    }

    /** How a message came here, and how sure that is. */
    record Way(How how, String rule, double confidence) {}

    /** What is known of the message around a quoted one. */
    private record Around(
            boolean root,
            List<How> prefixes,
            String subject,
            @Nullable Party from,
            List<Party> recipients) {}

    static Ways of(Nesting nesting, Envelope envelope, Lexicon lexicon) {
        boolean headerBlocks = nesting.levels().stream().anyMatch(level -> level.start.kind() == Start.Kind.HEADERS);
        Ways ways = new Ways(lexicon, headerBlocks);
        SubjectPrefixes subject = SubjectPrefixes.of(envelope.subject(), lexicon);
        ways.around.put(
                nesting.root(),
                new Around(true, subject.known(), subject.rest(), envelope.from(), envelope.recipients()));
        nesting.levels().forEach(ways::decide);
        return ways;
    }

    Way of(Level level) {
        return ways.getOrDefault(level, new Way(How.REPLIED_TO, "unknown", 0));
    }

    List<Evidence> evidence() {
        return evidence;
    }

    /** The subject around a message without the prefix that stands for it: its own, where it says none. */
    @Nullable
    String subjectAround(Level level) {
        Around outside = around.get(level.parent);
        return outside == null || outside.subject().isEmpty() ? null : outside.subject();
    }

    private void decide(Level level) {
        Around outside = around.get(level.parent);
        if (outside == null) {
            return;
        }
        Way way = way(level.start, outside);
        ways.put(level, way);
        evidence.add(new Evidence(level.start.kind().rule(), name(level.start), level.start.confidence()));
        evidence.add(new Evidence(way.rule(), way.how().name(), way.confidence()));
        around.put(level, inside(level.start.head(), outside, way));
    }

    private Around inside(Head head, Around outside, Way way) {
        List<Party> recipients = new ArrayList<>(head.to());
        recipients.addAll(head.cc());
        if (head.subject() != null) {
            SubjectPrefixes own = SubjectPrefixes.of(head.subject(), lexicon);
            return new Around(false, own.known(), own.rest(), head.from(), recipients);
        }
        boolean used = !outside.prefixes().isEmpty() && outside.prefixes().get(0) == way.how();
        List<How> left = used ? outside.prefixes().subList(1, outside.prefixes().size()) : outside.prefixes();
        return new Around(false, left, outside.subject(), head.from(), recipients);
    }

    private Way way(Start start, Around outside) {
        How prefix = outside.prefixes().isEmpty() ? null : outside.prefixes().get(0);
        if (start.mark() == Mark.FORWARD || start.separator() == Separators.Kind.FORWARDED) {
            return new Way(How.FORWARDED, "forwarded-separator", 0.98);
        }
        if (start.kind() == Start.Kind.HEADERS || start.kind() == Start.Kind.SEPARATOR) {
            return ofHeaders(start, outside, prefix);
        }
        // Outlook for the Mac forwards with the line other programs set above an answer's quote.
        if (prefix == How.FORWARDED && !headerBlocks) {
            return new Way(How.FORWARDED, "subject-prefix", 0.85);
        }
        return new Way(How.REPLIED_TO, "attribution-of-answer", start.kind() == Start.Kind.ATTRIBUTION ? 0.95 : 0.7);
    }

    private static Way ofHeaders(Start start, Around outside, @Nullable How prefix) {
        if (prefix != null) {
            return new Way(prefix, "subject-prefix", 0.95);
        }
        if (start.phrase()) {
            return new Way(How.FORWARDED, "forwarded-phrase", 0.85);
        }
        Party writer = start.head().from();
        if (writer != null && writer.address() != null && !outside.recipients().isEmpty()) {
            boolean answered = holds(outside.recipients(), writer.address());
            boolean own = outside.from() != null
                    && writer.address().equals(outside.from().address());
            if (!own) {
                return answered
                        ? new Way(How.REPLIED_TO, "sent-to-its-writer", 0.85)
                        : new Way(How.FORWARDED, "not-sent-to-its-writer", 0.8);
            }
        }
        boolean usual = outside.root() && start.kind() == Start.Kind.HEADERS;
        return new Way(usual ? How.FORWARDED : How.REPLIED_TO, "usual", 0.6);
    }

    private static boolean holds(List<Party> parties, String address) {
        return parties.stream().anyMatch(party -> address.equals(party.address()));
    }

    private static String name(Start start) {
        Party from = start.head().from();
        if (from == null) {
            return "";
        }
        return from.address() != null ? from.address() : from.name() == null ? "" : from.name();
    }
}
