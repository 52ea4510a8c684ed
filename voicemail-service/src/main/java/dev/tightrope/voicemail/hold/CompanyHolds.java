package dev.tightrope.voicemail.hold;

import dev.tightrope.events.CompanyHeld;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * The companies that are held, as outreach-service last told: their web domains, by which a suppressed domain is found, and
 * by whom a hold is contested. While it is, nobody at its outreach is called.
 */
@ApplicationScoped
public class CompanyHolds {
    /** SQL that gives, for a row {@code o} of the outreaches, who else holds its company; null if that hinders nothing. */
    public static final String CONTESTED_SQL = """
            (select string_agg(distinct ch.contested_by, ' and ') from company_hold ch
                where ch.outreach_id = o.outreach_id and ch.contested_by is not null)""";

    /** SQL that gives, for a row {@code o} of the outreaches, when anything of its hold changed last. */
    public static final String CHANGED_SQL =
            "(select max(ch.updated_at) from company_hold ch where ch.outreach_id = o.outreach_id)";

    private final Jdbi jdbi;

    CompanyHolds(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Who else holds the company of an outreach, so that nobody may be called by it; empty if nothing hinders it. */
    public Optional<String> contestedBy(UUID outreachId) {
        return jdbi.withHandle(handle -> handle.createQuery("select contested_by from (select " + CONTESTED_SQL
                        + " as contested_by from (select :id as outreach_id) o) c where contested_by is not null")
                .bind("id", outreachId)
                .mapTo(String.class)
                .findOne());
    }

    /** What has to happen before anybody is called, in words. */
    public static String whatFirst(String contestedBy) {
        return contestedBy + " holds the company since earlier: a manager has to allow this outreach"
                + " (POST /outreaches/{id}/hold-override), or theirs has to be closed, first.";
    }

    void keep(CompanyHeld held) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into company_hold (hold_id, outreach_id, domains, contested_by)
                        values (:hold, :outreach, :domains, :contestedBy)
                        on conflict (hold_id) do update set outreach_id = excluded.outreach_id,
                            domains = excluded.domains, contested_by = excluded.contested_by,
                            updated_at = clock_timestamp()""")
                .bind("hold", held.holdId())
                .bind("outreach", held.outreachId())
                .bindArray("domains", String.class, List.copyOf(held.domains()))
                .bind("contestedBy", held.contestedBy())
                .execute());
    }

    void forget(UUID holdId) {
        jdbi.useHandle(handle -> handle.createUpdate("delete from company_hold where hold_id = ?")
                .bind(0, holdId)
                .execute());
    }
}
