package dev.tightrope.scheduler.reminder;

import dev.tightrope.events.ResponseDisposed;
import dev.tightrope.messaging.EventHandler;
import dev.tightrope.messaging.Received;
import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Jdbi;

/**
 * Whoever has said what a response means needs no mail that asks for it. A notice that nobody is sending is cancelled at
 * once; one in the hands of a sender, who may be about to read it or have the mail server's answer in the next moment, and
 * one that rests because its recipient was refused, are marked, and weighed when they come up again. Of one that went, too,
 * it is kept: the outreach may have another answer that waits for its meaning.
 */
@ApplicationScoped
class ForgetDisposedResponse implements EventHandler<ResponseDisposed> {
    private final Jdbi jdbi;

    ForgetDisposedResponse(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public Class<ResponseDisposed> eventClass() {
        return ResponseDisposed.class;
    }

    @Override
    public void handle(Received<ResponseDisposed> received) {
        ResponseDisposed disposed = received.data();
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE reminder
                        SET disposed = true,
                            reason = CASE WHEN state IN ('PENDING', 'UNDELIVERABLE') THEN :reason ELSE reason END,
                            state = CASE WHEN state = 'PENDING' AND claim IS NULL THEN 'CANCELLED' ELSE state END
                        WHERE outreach_id = :outreach AND kind = 'RESPONSE'
                          AND CAST(event_data AS jsonb) ->> 'responseId' = :response
                        """)
                .bind("reason", "what it means was said meanwhile: " + disposed.disposition())
                .bind("outreach", disposed.ref().outreachId())
                .bind("response", disposed.responseId().toString())
                .execute());
    }
}
