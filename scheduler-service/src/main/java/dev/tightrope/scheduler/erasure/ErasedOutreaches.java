package dev.tightrope.scheduler.erasure;

import dev.tightrope.api.idempotency.StoredAnswers;
import dev.tightrope.messaging.Outbox;
import dev.tightrope.messaging.ParkedMessages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * Empties every row of this service that says something of a person, by the outreaches to them. That mails were sent, and
 * when, stays; what was still to be sent about them is not.
 */
@ApplicationScoped
class ErasedOutreaches {
    /** Each is done again for what came late, and changes nothing where nothing did. */
    private static final List<String> STATEMENTS = List.of(
            """
            UPDATE outreach SET executive_name = 'Erased person', executive_title = NULL, next_step_contact = NULL,
                next_step = CASE WHEN next_step IS NULL THEN NULL ELSE '' END
            WHERE id = ANY (:outreaches) AND (executive_name IS DISTINCT FROM 'Erased person'
                OR executive_title IS NOT NULL OR next_step_contact IS NOT NULL OR next_step <> '')""",
            """
            UPDATE outreach_round SET email_subject = NULL
            WHERE outreach_id = ANY (:outreaches) AND email_subject IS NOT NULL""",
            // One that is just being sent is read already, and emptied an hour later.
            """
            UPDATE reminder SET event_data = CASE WHEN event_data IS NULL THEN NULL ELSE '{}' END, last_error = NULL,
                refused_address = NULL,
                reason = CASE WHEN state IN ('PENDING', 'UNDELIVERABLE') THEN 'the executive was erased' ELSE reason END,
                state = CASE WHEN state IN ('PENDING', 'UNDELIVERABLE') THEN 'CANCELLED' ELSE state END
            WHERE outreach_id = ANY (:outreaches) AND claim IS NULL
                AND (state IN ('PENDING', 'UNDELIVERABLE') OR event_data <> '{}' OR last_error IS NOT NULL)""");

    private final Jdbi jdbi;
    private final Outbox outbox;
    private final ParkedMessages parked;
    private final StoredAnswers answers;

    ErasedOutreaches(Jdbi jdbi, Outbox outbox, ParkedMessages parked, StoredAnswers answers) {
        this.jdbi = jdbi;
        this.outbox = outbox;
        this.parked = parked;
        this.answers = answers;
    }

    void add(List<UUID> outreaches, Instant at) {
        jdbi.useHandle(handle -> outreaches.forEach(outreach -> handle.createUpdate(
                        "INSERT INTO erased_outreach (outreach_id, erased_at) VALUES (:id, :at) ON CONFLICT DO NOTHING")
                .bind("id", outreach)
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .execute()));
        empty(outreaches);
    }

    /** Empties what a late or replayed event filled again. */
    @Transactional
    void emptyAll() {
        empty(jdbi.withHandle(handle -> handle.createQuery("SELECT outreach_id FROM erased_outreach")
                .mapTo(UUID.class)
                .list()));
    }

    private void empty(List<UUID> outreaches) {
        jdbi.useHandle(handle -> STATEMENTS.forEach(statement -> handle.createUpdate(statement)
                .bindArray("outreaches", UUID.class, outreaches)
                .execute()));
        outbox.forgetPublished(outreaches);
        parked.forget(outreaches);
        answers.forgetNaming(outreaches);
    }
}
