package dev.tightrope.voicemail.outreach;

import dev.tightrope.events.EmailPrepared;
import dev.tightrope.events.ExecutiveFacts;
import dev.tightrope.events.OutreachMoved;
import dev.tightrope.events.OutreachOpened;
import dev.tightrope.events.OutreachRef;
import dev.tightrope.events.RoundStarted;
import dev.tightrope.voicemail.database.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/**
 * Writes the mirror. Every event may be the first of its outreach to arrive, so each lays the row if there is none; the
 * owner comes with all of them.
 */
@ApplicationScoped
class Mirror {
    private final Jdbi jdbi;

    Mirror(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Lays the row or brings owner, team and round up to date, and locks it. A new round has no locked e-mail yet. The
     * team is the one in its owner's profile, whose events have an order of their own: an event of the outreach that comes
     * late still names the former team. It counts only until the profile is here. The
     * change is stamped by the database, not with the event's time, which a polling client may have passed long ago.
     */
    void touch(OutreachRef ref) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        with owner as (select team_id from person where person_id = :owner for share)
                        insert into outreach (outreach_id, round, prospect_id, owner_id, team_id, updated_at)
                        select :id, :round, :prospect, :owner,
                            case when exists (select 1 from owner) then (select team_id from owner) else :team end, clock_timestamp()
                        on conflict (outreach_id) do update set
                            email_locked = outreach.email_locked and outreach.round >= excluded.round,
                            round = greatest(outreach.round, excluded.round),
                            owner_id = excluded.owner_id, team_id = excluded.team_id,
                            updated_at = excluded.updated_at""")
                .bind("id", ref.outreachId())
                .bind("round", ref.round())
                .bind("prospect", ref.prospectId())
                .bind("owner", ref.ownerId())
                .bindByType("team", ref.teamId(), UUID.class)
                .execute());
    }

    void ownersTeam(UUID owner, @Nullable UUID team) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update outreach set team_id = :team, updated_at = clock_timestamp()
                        where owner_id = :owner and team_id is distinct from :team""")
                .bind("owner", owner)
                .bindByType("team", team, UUID.class)
                .execute());
    }

    void opened(OutreachOpened opened) {
        update(
                opened.ref(),
                "prospect_name = :name, country = :country",
                row -> row.bind("name", opened.prospectName()).bind("country", opened.country()));
        executive(opened.ref(), opened.executive());
    }

    void executive(OutreachRef ref, ExecutiveFacts executive) {
        update(
                ref,
                "executive_id = :executive, executive_name = :name, executive_title = :title, phone = :phone, zone = :zone,"
                        + " language = :language, region = :region",
                row -> row.bind("executive", executive.executiveId())
                        .bind("name", executive.name())
                        .bind("title", executive.title())
                        .bind("phone", executive.phone())
                        .bind("zone", executive.zone())
                        .bind("language", executive.language())
                        .bind("region", executive.region()));
    }

    /** A move that another one has overtaken changes nothing. What was mended starts the count of attempts anew. */
    void moved(OutreachMoved moved) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update outreach set state = :to, version = :version, attention = :attention,
                            tries_from_version = case when :from = 'NEEDS_ATTENTION' then :version else tries_from_version end,
                            ready_at = case when :to = 'READY_TO_CALL' then :at else ready_at end
                        where outreach_id = :id and version < :version""")
                .bind("from", moved.from())
                .bind("to", moved.to())
                .bind("version", moved.version())
                .bind("attention", moved.attention())
                .bind("at", Columns.parameter(moved.at()))
                .bind("id", moved.ref().outreachId())
                .execute());
    }

    void roundStarted(RoundStarted started) {
        update(
                started.ref(),
                "competitor = :competitor, permission_ended_at = null, email_locked = false",
                row -> row.bind("competitor", started.competitor()));
    }

    void emailPrepared(EmailPrepared email) {
        update(
                email.ref(),
                """
                email_locked = true, permission_ended_at = null, email_version = :version, email_hash = :hash,
                email_subject = :subject, competitor = :competitor, competitor_names = :names,
                business_user_role = :role, offering = :offering, situation = :situation, impact = :impact,
                email_language = :language, rep_name = :rep, rep_title = :title, rep_phone = :phone,
                rep_company = :company, email_to = :to, email_text = :text""",
                row -> row.bind("version", email.emailVersion())
                        .bind("hash", email.emailHash())
                        .bind("subject", email.subject())
                        .bind("competitor", email.competitor())
                        .bindArray("names", String.class, List.copyOf(email.competitorNames()))
                        .bind("role", email.businessUserRole())
                        .bind("offering", email.offering())
                        .bind("situation", email.situation())
                        .bind("impact", email.impact())
                        .bind("language", email.language())
                        .bind("rep", email.repName())
                        .bind("title", email.repTitle())
                        .bind("phone", email.repPhone())
                        .bind("company", email.repCompany())
                        .bind("to", email.to())
                        .bind("text", email.textBody()));
    }

    void emailReopened(OutreachRef ref) {
        update(ref, "email_locked = false", row -> row);
    }

    void permissionEnded(OutreachRef ref, Instant at) {
        update(ref, "permission_ended_at = :ended", row -> row.bind("ended", Columns.parameter(at)));
    }

    private void update(OutreachRef ref, String set, UnaryOperator<Update> bind) {
        jdbi.useHandle(handle -> bind.apply(
                        handle.createUpdate("update outreach set " + set + " where outreach_id = :outreach"))
                .bind("outreach", ref.outreachId())
                .execute());
    }
}
