package dev.tightrope.scheduler.outreach;

import dev.tightrope.events.SuggestionOpened;
import dev.tightrope.events.SuggestionSettled;
import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Jdbi;

/** Messages that may belong to an outreach. While there is one, its timers and reminders are held; their times stay. */
@ApplicationScoped
public class OpenSuggestions {
    private final Jdbi jdbi;

    OpenSuggestions(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Holds the outreach. */
    public void opened(SuggestionOpened event) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "INSERT INTO open_suggestion (id, outreach_id, opened_at) VALUES (:id, :outreach, :at)"
                                + " ON CONFLICT DO NOTHING")
                .bind("id", event.suggestionId())
                .bind("outreach", event.ref().outreachId())
                .bind("at", event.at())
                .execute());
    }

    void settled(SuggestionSettled event) {
        jdbi.useHandle(handle -> handle.createUpdate("DELETE FROM open_suggestion WHERE id = :id")
                .bind("id", event.suggestionId())
                .execute());
    }
}
