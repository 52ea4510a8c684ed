package dev.tightrope.scheduler.outreach;

import dev.tightrope.events.ExecutiveFacts;
import dev.tightrope.events.OutreachMoved;
import dev.tightrope.events.OutreachOpened;
import dev.tightrope.events.OutreachRef;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Writes what the events tell into the mirror. */
@ApplicationScoped
class Mirror {
    private final Jdbi jdbi;
    private final Outreaches outreaches;

    Mirror(Jdbi jdbi, Outreaches outreaches) {
        this.jdbi = jdbi;
        this.outreaches = outreaches;
    }

    void ownersTeam(UUID owner, @Nullable UUID team) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE outreach SET team_id = :team
                        WHERE owner_id = :owner AND team_id IS DISTINCT FROM :team
                        """)
                .bind("owner", owner)
                .bindByType("team", team, UUID.class)
                .execute());
    }

    void opened(OutreachOpened event) {
        outreaches.note(event.ref());
        jdbi.useHandle(handle -> handle.createUpdate("UPDATE outreach SET prospect_name = :name WHERE id = :id")
                .bind("id", event.ref().outreachId())
                .bind("name", event.prospectName())
                .execute());
        executive(event.ref(), event.executive());
    }

    void executive(OutreachRef ref, ExecutiveFacts executive) {
        outreaches.note(ref);
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE outreach SET executive_name = :name, executive_title = :title WHERE id = :id
                        """)
                .bind("id", ref.outreachId())
                .bind("name", executive.name())
                .bind("title", executive.title())
                .execute());
    }

    /** Takes over a state unless a later one is known. */
    boolean moved(OutreachMoved event) {
        outreaches.note(event.ref());
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        UPDATE outreach SET state = :state, state_version = :version, state_since = :at,
                            open_since = CASE WHEN state <> 'CLOSED' THEN open_since ELSE :at END,
                            attention = :attention
                        WHERE id = :id AND state_version < :version
                        """)
                        .bind("id", event.ref().outreachId())
                        .bind("state", event.to())
                        .bind("version", event.version())
                        .bind("at", event.at())
                        .bind("attention", event.attention())
                        .execute())
                == 1;
    }

    void competitor(OutreachRef ref, String competitor) {
        outreaches.note(ref);
        round(ref, "competitor", competitor);
    }

    void subject(OutreachRef ref, String subject) {
        outreaches.note(ref);
        round(ref, "email_subject", subject);
    }

    void emailSent(OutreachRef ref, Instant acceptedAt) {
        outreaches.note(ref);
        round(ref, "email_sent_at", acceptedAt);
    }

    // The calls come from another service, whose view of the owner may be older than ours: only the round is written.
    void voicemailLeft(OutreachRef ref, UUID attemptId, Instant at) {
        round(ref, "voicemail_at", at);
        round(ref, "call_attempt_id", attemptId);
    }

    void conversationHeld(OutreachRef ref, UUID attemptId, Instant at) {
        round(ref, "conversation_at", at);
        round(ref, "call_attempt_id", attemptId);
    }

    void callUndone(OutreachRef ref, UUID attemptId) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE outreach_round SET call_attempt_id = NULL, voicemail_at = NULL, conversation_at = NULL
                        WHERE outreach_id = :id AND round = :round AND call_attempt_id = :attempt
                        """)
                .bind("id", ref.outreachId())
                .bind("round", ref.round())
                .bind("attempt", attemptId)
                .execute());
    }

    private void round(OutreachRef ref, String column, Object value) {
        jdbi.useHandle(handle -> handle.createUpdate("INSERT INTO outreach_round (outreach_id, round, " + column
                        + ") VALUES (:id, :round, :value) ON CONFLICT (outreach_id, round) DO UPDATE SET " + column
                        + " = excluded." + column)
                .bind("id", ref.outreachId())
                .bind("round", ref.round())
                .bind("value", value)
                .execute());
    }
}
