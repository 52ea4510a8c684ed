package dev.tightrope.scheduler.reminder;

import dev.tightrope.scheduler.outreach.SuggestionGone;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jdbi.v3.core.Jdbi;

/**
 * Whoever has said whether a message is an answer needs no mail that asks for it. Of one that is none, sender and words are
 * forgotten here, too: it may be from somebody's own mailbox.
 */
@ApplicationScoped
class ForgetSettledSuggestion {
    private static final String REJECTED = "REJECTED";

    private final Jdbi jdbi;

    ForgetSettledSuggestion(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void settled(@Observes SuggestionGone gone) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("""
                            UPDATE reminder
                            SET reason = :reason,
                                state = CASE WHEN state = 'PENDING' AND claim IS NULL THEN 'CANCELLED' ELSE state END
                            WHERE outreach_id = :outreach AND kind = 'SUGGESTION'
                              AND state IN ('PENDING', 'UNDELIVERABLE')
                              AND CAST(event_data AS jsonb) ->> 'suggestionId' = :suggestion
                            """)
                    .bind("reason", "whether it is an answer was said meanwhile: " + gone.verdict())
                    .bind("outreach", gone.outreachId())
                    .bind("suggestion", gone.suggestionId().toString())
                    .execute();
            if (gone.verdict().equals(REJECTED)) {
                handle.createUpdate("""
                                UPDATE reminder
                                SET event_data = CAST(CAST(event_data AS jsonb)
                                                      - ARRAY['fromName', 'fromAddress', 'subject', 'excerpt'] AS text)
                                WHERE outreach_id = :outreach AND kind = 'SUGGESTION'
                                  AND CAST(event_data AS jsonb) ->> 'suggestionId' = :suggestion
                                """)
                        .bind("outreach", gone.outreachId())
                        .bind("suggestion", gone.suggestionId().toString())
                        .execute();
            }
        });
    }
}
