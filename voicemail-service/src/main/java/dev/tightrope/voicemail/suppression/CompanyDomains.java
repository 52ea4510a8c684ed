package dev.tightrope.voicemail.suppression;

import dev.tightrope.events.CompanyHeld;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** The web domains of the companies that are held, by which a suppressed domain is found. */
@ApplicationScoped
class CompanyDomains {
    private final Jdbi jdbi;

    CompanyDomains(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void keep(CompanyHeld held) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into company_hold (hold_id, outreach_id, domains) values (:hold, :outreach, :domains)
                        on conflict (hold_id) do update set outreach_id = excluded.outreach_id, domains = excluded.domains""")
                .bind("hold", held.holdId())
                .bind("outreach", held.outreachId())
                .bindArray("domains", String.class, List.copyOf(held.domains()))
                .execute());
    }

    void forget(UUID holdId) {
        jdbi.useHandle(handle -> handle.createUpdate("delete from company_hold where hold_id = ?")
                .bind(0, holdId)
                .execute());
    }
}
