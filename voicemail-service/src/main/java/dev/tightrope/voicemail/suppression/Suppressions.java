package dev.tightrope.voicemail.suppression;

import dev.tightrope.events.SuppressionAdded;
import dev.tightrope.events.SuppressionKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** The copy of the suppression list. */
@ApplicationScoped
public class Suppressions {
    /**
     * SQL that gives, for a row {@code o} of the outreaches, why its executive must not be called; null if nothing speaks
     * against it. Of somebody erased the list has a hash of the number. A domain counts when it is one of the held company's or above one: example.com covers sub.example.com,
     * and has nothing to do with notexample.com.
     */
    public static final String REASON_SQL;

    /** SQL that gives, for a row {@code o} of the outreaches, when that changed last; null if nothing ever spoke. */
    public static final String CHANGED_SQL;

    static {
        String concerning = """
                from suppression s where (s.kind = 'PHONE' and s.value in (o.phone, 'sha256:' || encode(sha256(convert_to(o.phone, 'UTF8')), 'hex'))
                    or s.kind = 'DOMAIN' and exists (select 1 from company_hold h, unnest(h.domains) as domain
                        where h.outreach_id = o.outreach_id
                            and right('.' || lower(domain), length(s.value) + 1) = '.' || lower(s.value)))
                """;
        REASON_SQL = "(select s.kind || ' ' || s.value || ' (' || s.reason || ')' " + concerning
                + " and not s.lifted order by s.suppression_id limit 1)";
        CHANGED_SQL = "(select max(s.updated_at) " + concerning + ")";
    }

    private final Jdbi jdbi;

    /** On this service's database. */
    public Suppressions(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Why the executive of an outreach must not be called; empty if nothing speaks against it. */
    public Optional<String> reasonAgainst(UUID outreachId) {
        return jdbi.withHandle(handle -> handle.createQuery("select reason from (select " + REASON_SQL
                        + " as reason from outreach o where o.outreach_id = ?) r" + " where reason is not null")
                .bind(0, outreachId)
                .mapTo(String.class)
                .findOne());
    }

    /** Told again, it has a hash in place of the value: whom it names was erased. */
    void add(SuppressionAdded added) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into suppression (suppression_id, kind, value, reason) values (:id, :kind, :value, :reason)
                        on conflict (suppression_id) do update set value = excluded.value, reason = excluded.reason
                        where excluded.value like 'sha256:%'""")
                .bind("id", added.suppressionId())
                .bind("kind", added.kind().name())
                .bind("value", added.value())
                .bind("reason", added.reason())
                .execute());
    }

    /**
     * Laid even if its beginning is missing, so that a late beginning cannot bring it back. Told again, it has a hash; the
     * reason, which may name them, speaks against nothing any more.
     */
    void lift(UUID suppressionId, SuppressionKind kind, String value) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into suppression (suppression_id, kind, value, reason, lifted)
                        values (:id, :kind, :value, '', true)
                        on conflict (suppression_id) do update
                        set lifted = true, value = excluded.value, reason = '', updated_at = clock_timestamp()""")
                .bind("id", suppressionId)
                .bind("kind", kind.name())
                .bind("value", value)
                .execute());
    }
}
