package dev.tightrope.outreach.inbound;

import dev.tightrope.events.SuggestionOpened;
import dev.tightrope.messaging.Outbox;
import dev.tightrope.outreach.inbound.analysis.InboundMail;
import dev.tightrope.outreach.inbound.analysis.Party;
import dev.tightrope.outreach.outreach.OutreachView;
import dev.tightrope.outreach.outreach.Outreaches;
import dev.tightrope.outreach.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** Puts a message on the review list of everybody it may be for, and tells them, in the transaction that took it in. */
@ApplicationScoped
class OpenSuggestions {
    private static final int EXCERPT = 280;

    private final MatchSuggestions suggestions;
    private final Outreaches outreaches;
    private final Outbox outbox;
    private final Ids ids;

    OpenSuggestions(MatchSuggestions suggestions, Outreaches outreaches, Outbox outbox, Ids ids) {
        this.suggestions = suggestions;
        this.outreaches = outreaches;
        this.outbox = outbox;
        this.ids = ids;
    }

    void open(UUID messageId, InboundMail mail, List<Candidate> candidates, Instant now) {
        List<Candidate> inOrder = candidates.stream()
                .sorted(Comparator.comparing(Candidate::outreachId))
                .toList();
        for (Candidate candidate : inOrder) {
            OutreachView outreach = outreaches.lockAndGet(candidate.outreachId());
            UUID id = ids.next();
            boolean pauses = mail.kind().byPerson();
            suggestions.add(id, messageId, candidate, pauses, now);
            if (pauses) {
                Party from = mail.from();
                outbox.append(new SuggestionOpened(
                        outreach.ref(),
                        id,
                        messageId,
                        from == null ? null : from.name(),
                        from == null ? null : from.address(),
                        mail.subject(),
                        excerpt(mail.newText()),
                        candidate.evidence().get(0).rule(),
                        now));
            }
        }
    }

    private static String excerpt(String text) {
        return text.length() <= EXCERPT ? text : text.substring(0, EXCERPT - 1) + "…";
    }
}
