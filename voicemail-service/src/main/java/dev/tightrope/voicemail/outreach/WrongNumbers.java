package dev.tightrope.voicemail.outreach;

import dev.tightrope.voicemail.database.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Numbers a call found to be somebody else's: in whichever round that was, nobody calls them again. */
@ApplicationScoped
public class WrongNumbers {
    /** SQL: the number of a row {@code o} of the outreaches was found wrong, and nobody has given it again since. */
    public static final String SQL = """
            exists (select 1 from call_attempt w
                where w.outreach_id = o.outreach_id and w.phone = o.phone and not w.number_given_again
                    and (w.status = 'VOID'
                        or (w.outcome = 'WRONG_NUMBER' and w.status in ('RECORDED', 'RELEASED'))))""";

    /** What has to happen before such a number may be called. */
    public static final String REMEDY =
            "The number was found to be somebody else's: correct it (POST /outreaches/{id}/executive-correction) first;"
                    + " if it is the executive's all the same, give it there again (rightAfterAll).";

    private final Jdbi jdbi;

    WrongNumbers(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Whether the number an outreach would call now is one. */
    public boolean any(UUID outreachId) {
        return jdbi.withHandle(handle -> handle.createQuery("select " + SQL + " from outreach o where outreach_id = ?")
                        .bind(0, outreachId)
                        .mapTo(Boolean.class)
                        .findOne())
                .orElse(false);
    }

    /** Somebody gave a number as the right one; what is found out about it after that counts anew. */
    void given(UUID outreachId, String phone, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update call_attempt set number_given_again = true
                        where outreach_id = :outreach and phone = :phone and coalesce(wrong_number_at, recorded_at) <= :at""")
                .bind("outreach", outreachId)
                .bind("phone", phone)
                .bind("at", Columns.parameter(at))
                .execute());
    }
}
