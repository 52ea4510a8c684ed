package dev.tightrope.voicemail.homework;

import dev.tightrope.api.Page;
import dev.tightrope.api.Visibility;
import dev.tightrope.api.list.ListParameters;
import dev.tightrope.api.list.Listing;
import dev.tightrope.api.list.Sort;
import dev.tightrope.voicemail.database.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The homework that was saved. */
@ApplicationScoped
public class Homeworks {
    private static final String LAST_ANSWERS = """
            (select distinct on (h.outreach_id) h.outreach_id as id, h.name_pronunciation, h.looked_up, h.pain, h.give_first,
                h.updated_at, o.prospect_id, o.prospect_name, o.executive_name, o.owner_id, o.team_id, p.name as found_by
            from homework h
            join outreach o on o.outreach_id = h.outreach_id
            left join person p on p.person_id = h.updated_by
            where o.executive_name is not null
            order by h.outreach_id, h.round desc) h""";

    private static final List<Sort> SORTS = List.of(Sort.LATEST_UPDATED, Sort.UPDATED);

    private final Jdbi jdbi;

    /** On this service's database. */
    public Homeworks(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * The homework of a round: what was saved for it, else the answers of the round before, else those found last at the
     * same prospect by the same rep or somebody of their team, else no answers. How a name is said is known of the same executive only.
     */
    public Homework of(UUID outreachId, int round) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select h.*, h.outreach_id = me.outreach_id and h.round = :round as own,
                            case when o.executive_id = me.executive_id then h.name_pronunciation end as pronunciation
                        from outreach me
                        join outreach o on o.prospect_id = me.prospect_id
                        join homework h on h.outreach_id = o.outreach_id
                        where me.outreach_id = :outreach and case when o.outreach_id = me.outreach_id then h.round <= :round
                            else o.owner_id = me.owner_id or o.team_id = me.team_id end
                        order by h.outreach_id = me.outreach_id desc, h.updated_at desc, h.round desc limit 1""")
                        .bind("outreach", outreachId)
                        .bind("round", round)
                        .map((rs, ctx) -> new Homework(
                                outreachId,
                                round,
                                rs.getLong("version"),
                                rs.getString("pronunciation"),
                                Columns.texts(rs, "looked_up"),
                                rs.getString("pain"),
                                rs.getString("give_first"),
                                rs.getBoolean("own") ? Columns.instantOrNull(rs, "completed_at") : null,
                                Columns.instantOrNull(rs, "updated_at"),
                                !rs.getBoolean("own")))
                        .findOne())
                .orElseGet(() -> new Homework(outreachId, round, 0, null, List.of(), null, null, null, null, false));
    }

    /** One page of what was found about a prospect, or about any, by the outreaches seen. */
    Page<Findings> page(@Nullable UUID prospectId, ListParameters list, Visibility visibility) {
        return new Listing(LAST_ANSWERS, list.order(SORTS))
                .where(Visibility.SQL, visibility)
                .where("prospect_id = :prospect", "prospect", prospectId)
                .where("updated_at > :after", "after", list.changedAfter())
                .fetch(
                        jdbi,
                        list.page(),
                        (rs, ctx) -> new Findings(
                                Columns.uuid(rs, "prospect_id"),
                                rs.getString("prospect_name"),
                                rs.getString("executive_name"),
                                rs.getString("name_pronunciation"),
                                Columns.texts(rs, "looked_up"),
                                rs.getString("pain"),
                                rs.getString("give_first"),
                                rs.getString("found_by"),
                                Columns.instant(rs, "updated_at")));
    }

    void save(Homework homework, UUID by) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into homework (outreach_id, round, version, name_pronunciation, looked_up, pain, give_first,
                            completed_at, updated_by, updated_at)
                        values (:outreach, :round, :version, :name, :links, :pain, :give, :completed, :by, :at)
                        on conflict (outreach_id, round) do update set version = excluded.version,
                            name_pronunciation = excluded.name_pronunciation, looked_up = excluded.looked_up,
                            pain = excluded.pain, give_first = excluded.give_first,
                            completed_at = excluded.completed_at, updated_by = excluded.updated_by,
                            updated_at = excluded.updated_at""")
                .bind("outreach", homework.outreachId())
                .bind("round", homework.round())
                .bind("version", homework.version())
                .bind("name", homework.namePronunciation())
                .bindArray("links", String.class, homework.lookedUp())
                .bind("pain", homework.pain())
                .bind("give", homework.giveFirst())
                .bind("completed", Columns.parameter(homework.completedAt()))
                .bind("by", by)
                .bind("at", Columns.parameter(homework.updatedAt()))
                .execute());
    }
}
