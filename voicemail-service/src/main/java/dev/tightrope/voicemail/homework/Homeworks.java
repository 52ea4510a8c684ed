package dev.tightrope.voicemail.homework;

import dev.tightrope.voicemail.database.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** The homework that was saved. */
@ApplicationScoped
public class Homeworks {
    private final Jdbi jdbi;

    /** On this service's database. */
    public Homeworks(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The homework of a round: what was saved for it, else the answers of the round before, else no answers. */
    public Homework of(UUID outreachId, int round) {
        return jdbi.withHandle(handle -> handle.createQuery(
                                "select * from homework where outreach_id = ? and round <= ? order by round desc limit 1")
                        .bind(0, outreachId)
                        .bind(1, round)
                        .map((rs, ctx) -> new Homework(
                                outreachId,
                                round,
                                rs.getLong("version"),
                                rs.getString("name_pronunciation"),
                                Columns.texts(rs, "looked_up"),
                                rs.getString("pain"),
                                rs.getString("give_first"),
                                rs.getString("quiet_place"),
                                rs.getInt("round") == round ? Columns.instantOrNull(rs, "completed_at") : null,
                                Columns.instantOrNull(rs, "updated_at"),
                                rs.getInt("round") != round))
                        .findOne())
                .orElseGet(
                        () -> new Homework(outreachId, round, 0, null, List.of(), null, null, null, null, null, false));
    }

    void save(Homework homework, UUID by) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into homework (outreach_id, round, version, name_pronunciation, looked_up, pain, give_first,
                            quiet_place, completed_at, updated_by, updated_at)
                        values (:outreach, :round, :version, :name, :links, :pain, :give, :place, :completed, :by, :at)
                        on conflict (outreach_id, round) do update set version = excluded.version,
                            name_pronunciation = excluded.name_pronunciation, looked_up = excluded.looked_up,
                            pain = excluded.pain, give_first = excluded.give_first, quiet_place = excluded.quiet_place,
                            completed_at = excluded.completed_at, updated_by = excluded.updated_by,
                            updated_at = excluded.updated_at""")
                .bind("outreach", homework.outreachId())
                .bind("round", homework.round())
                .bind("version", homework.version())
                .bind("name", homework.namePronunciation())
                .bindArray("links", String.class, homework.lookedUp())
                .bind("pain", homework.pain())
                .bind("give", homework.giveFirst())
                .bind("place", homework.quietPlace())
                .bind("completed", Columns.parameter(homework.completedAt()))
                .bind("by", by)
                .bind("at", Columns.parameter(homework.updatedAt()))
                .execute());
    }
}
