package dev.tightrope.voicemail.erasure;

import dev.tightrope.api.idempotency.StoredAnswers;
import dev.tightrope.messaging.Outbox;
import dev.tightrope.messaging.ParkedMessages;
import dev.tightrope.voicemail.database.Columns;
import dev.tightrope.voicemail.recording.RecordingsGivenUp;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * Empties every row of this service that says something of a person, by the outreaches to them. Attempts stay as numbers:
 * when, from which zone, and what came of them.
 */
@ApplicationScoped
class ErasedOutreaches {
    /** Each is done again for what came late, and changes nothing where nothing did. */
    private static final List<String> STATEMENTS = List.of(
            """
            update outreach set executive_name = 'Erased person', executive_title = null, phone = '', zone = null,
                region = null, language = null, email_subject = '', email_to = null, email_text = null,
                updated_at = clock_timestamp()
            where outreach_id = any (:outreaches) and executive_name is not null
                and (executive_name <> 'Erased person' or phone <> '' or email_to is not null or email_text is not null)""",
            "update script set text = '', updated_at = clock_timestamp() where outreach_id = any (:outreaches) and text <> ''",
            // An empty one would be carried over to the next outreach to the company in place of one that says
            // something.
            "delete from homework where outreach_id = any (:outreaches)",
            """
            update recording set status = 'GOING' from call_attempt a
            where a.attempt_id = recording.attempt_id and a.outreach_id = any (:outreaches) and recording.status <> 'GOING'""",
            // Whether a promise was withheld decides whether another may be made, so that stays; why does not.
            """
            update call_attempt set phone = '', script_text = '', notes = null, referred_name = null, referred_role = null,
                referred_phone = null, recording_type = null, wrong_number_notes = null, updated_at = clock_timestamp(),
                withheld_reason = case when withheld_reason is null then null else 'Erased with the executive.' end
            where outreach_id = any (:outreaches) and (phone <> '' or withheld_reason <> 'Erased with the executive.'
                or coalesce(notes, referred_name, referred_role, referred_phone, wrong_number_notes) is not null)""");

    private final Jdbi jdbi;
    private final Outbox outbox;
    private final ParkedMessages parked;
    private final StoredAnswers answers;
    private final Event<RecordingsGivenUp> recordings;

    ErasedOutreaches(
            Jdbi jdbi,
            Outbox outbox,
            ParkedMessages parked,
            StoredAnswers answers,
            Event<RecordingsGivenUp> recordings) {
        this.jdbi = jdbi;
        this.outbox = outbox;
        this.parked = parked;
        this.answers = answers;
        this.recordings = recordings;
    }

    void add(List<UUID> outreaches, Instant at) {
        jdbi.useHandle(handle -> outreaches.forEach(outreach -> handle.createUpdate(
                        "insert into erased_outreach (outreach_id, erased_at) values (:id, :at) on conflict do nothing")
                .bind("id", outreach)
                .bind("at", Columns.parameter(at))
                .execute()));
        empty(outreaches);
    }

    /** Empties what a late or replayed event filled again. */
    @Transactional
    void emptyAll() {
        empty(jdbi.withHandle(handle -> handle.createQuery("select outreach_id from erased_outreach")
                .mapTo(UUID.class)
                .list()));
    }

    private void empty(List<UUID> outreaches) {
        List<UUID> named = jdbi.withHandle(handle -> {
            for (String statement : STATEMENTS) {
                handle.createUpdate(statement)
                        .bindArray("outreaches", UUID.class, outreaches)
                        .execute();
            }
            return handle.createQuery("""
                            select attempt_id from call_attempt where outreach_id = any (:outreaches)
                            union select unnest(cast(:outreaches as uuid[]))""")
                    .bindArray("outreaches", UUID.class, outreaches)
                    .mapTo(UUID.class)
                    .list();
        });
        outbox.forgetPublished(outreaches);
        parked.forget(outreaches);
        answers.forgetNaming(named);
        recordings.fire(new RecordingsGivenUp());
    }
}
