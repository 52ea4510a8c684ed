package dev.tightrope.voicemail.outreach;

import dev.tightrope.events.SuggestionOpened;
import dev.tightrope.events.SuggestionSettled;
import dev.tightrope.voicemail.database.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Messages that may be an answer. While there is one, nobody at its outreach is called. */
@ApplicationScoped
public class OpenSuggestions {
    /** Whether the outreach {@code o} has one. */
    public static final String SQL = "exists (select 1 from open_suggestion os where os.outreach_id = o.outreach_id)";

    private final Jdbi jdbi;

    OpenSuggestions(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Whether the outreach has one. */
    public boolean any(UUID outreachId) {
        return jdbi.withHandle(handle -> handle.createQuery("select " + SQL + " from (select :id as outreach_id) o")
                .bind("id", outreachId)
                .mapTo(Boolean.class)
                .one());
    }

    void opened(SuggestionOpened event) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "insert into open_suggestion (suggestion_id, outreach_id, opened_at) values (:id, :outreach, :at)"
                                + " on conflict do nothing")
                .bind("id", event.suggestionId())
                .bind("outreach", event.ref().outreachId())
                .bind("at", Columns.parameter(event.at()))
                .execute());
    }

    void settled(SuggestionSettled event) {
        jdbi.useHandle(handle -> handle.createUpdate("delete from open_suggestion where suggestion_id = :id")
                .bind("id", event.suggestionId())
                .execute());
    }
}
