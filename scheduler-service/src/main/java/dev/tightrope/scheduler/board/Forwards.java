package dev.tightrope.scheduler.board;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Keeps which answers show that a mail was passed on. */
@ApplicationScoped
class Forwards {
    private final Jdbi jdbi;

    Forwards(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Notes it; the answer itself counts, not the later word on it. */
    void noticed(UUID response, UUID outreach, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO forward (response_id, outreach_id, noticed_at) VALUES (:response, :outreach, :at)
                        ON CONFLICT DO NOTHING
                        """)
                .bind("response", response)
                .bind("outreach", outreach)
                .bind("at", at)
                .execute());
    }

    void wasNone(UUID response) {
        jdbi.useHandle(handle -> handle.createUpdate("DELETE FROM forward WHERE response_id = :response")
                .bind("response", response)
                .execute());
    }
}
