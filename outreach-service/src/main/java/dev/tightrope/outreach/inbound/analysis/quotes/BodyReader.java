package dev.tightrope.outreach.inbound.analysis.quotes;

import dev.tightrope.outreach.inbound.analysis.Evidence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a body with what a lexicon knows. */
final class BodyReader {
    private final Lexicon lexicon;

    BodyReader(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    Conversation read(List<Line> lines, Envelope envelope) {
        Roles roles = new Roles(SubjectPrefixes.of(envelope.subject(), lexicon));
        Nesting nesting = Nesting.of(lines, new StartFinder(lexicon, roles));
        Ways ways = Ways.of(nesting, envelope, lexicon);
        KnownParties known = known(nesting, envelope);
        List<QuotedMessage> quoted = new ArrayList<>();
        boolean passedOn = false;
        for (Level level : nesting.levels()) {
            QuotedMessage message = message(level, ways, known);
            passedOn |= level.parent == nesting.root() && message.how() == How.FORWARDED;
            quoted.add(message);
        }
        List<Evidence> evidence = new ArrayList<>(ways.evidence());
        return new Conversation(new NewText(lexicon).of(nesting.root().lines, passedOn), quoted, evidence);
    }

    private static KnownParties known(Nesting nesting, Envelope envelope) {
        KnownParties known = new KnownParties();
        known.learn(envelope.from());
        envelope.recipients().forEach(known::learn);
        nesting.levels().forEach(level -> known.learn(level.start.head()));
        return known;
    }

    private static QuotedMessage message(Level level, Ways ways, KnownParties known) {
        Ways.Way way = ways.of(level);
        Head head = level.start.head();
        return new QuotedMessage(
                way.how(),
                known.complete(head.from()),
                known.complete(head.to()),
                known.complete(head.cc()),
                head.others(),
                subject(level, way, ways),
                head.date(),
                SentAt.of(head.date()),
                level.text(),
                Math.min(level.start.confidence(), way.confidence()));
    }

    private static @Nullable String subject(Level level, Ways.Way way, Ways ways) {
        String own = level.start.head().subject();
        return own == null && way.how() == How.FORWARDED ? ways.subjectAround(level) : own;
    }
}
