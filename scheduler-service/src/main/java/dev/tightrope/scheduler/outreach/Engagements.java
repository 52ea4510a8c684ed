package dev.tightrope.scheduler.outreach;

import dev.tightrope.events.OutreachClosed;
import dev.tightrope.events.OutreachEngaged;
import dev.tightrope.scheduler.database.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** What engaged outreaches wait for, and the deals that were lost. */
@ApplicationScoped
public class Engagements {
    private static final String NEXT_STEP =
            "SELECT * FROM outreach WHERE state = 'ENGAGED' AND next_step_on IS NOT NULL AND ";

    private final Jdbi jdbi;
    private final Outreaches outreaches;

    Engagements(Jdbi jdbi, Outreaches outreaches) {
        this.jdbi = jdbi;
        this.outreaches = outreaches;
    }

    /** Notes a next step unless a later one is known. */
    public void noteNextStep(OutreachEngaged engaged, int version) {
        outreaches.note(engaged.ref());
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE outreach SET next_step = :step, next_step_on = :on, next_step_contact = :contact,
                            next_step_from = :from, next_step_version = :version
                        WHERE id = :id AND next_step_version < :version
                        """)
                .bind("id", engaged.ref().outreachId())
                .bind("step", engaged.nextStep())
                .bind("on", engaged.nextStepOn())
                .bind("contact", engaged.contactName())
                .bind("from", engaged.at())
                .bind("version", version)
                .execute());
    }

    /** The outreach has come back to its engagement: what was due meanwhile counts from now. */
    public void resumeNextStep(UUID outreachId, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "UPDATE outreach SET next_step_from = greatest(next_step_from, :at) WHERE id = :id")
                .bind("id", outreachId)
                .bind("at", at)
                .execute());
    }

    /** There is no engagement any more; if another one begins, it has a next step of its own. */
    public void forgetNextStep(UUID outreachId) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE outreach SET next_step = NULL, next_step_on = NULL, next_step_contact = NULL,
                            next_step_from = NULL
                        WHERE id = :id
                        """).bind("id", outreachId).execute());
    }

    /** What the outreach waits for, if it is engaged. */
    public Optional<NextStep> nextStep(UUID outreachId) {
        return jdbi.withHandle(handle -> handle.createQuery(NEXT_STEP + "id = :id")
                .bind("id", outreachId)
                .map((row, ctx) -> readNextStep(row))
                .findOne());
    }

    /** What the engaged outreaches of a rep wait for. */
    public List<NextStep> nextStepsOf(UUID ownerId) {
        return jdbi.withHandle(handle -> handle.createQuery(NEXT_STEP + "owner_id = :owner ORDER BY id")
                .bind("owner", ownerId)
                .map((row, ctx) -> readNextStep(row))
                .list());
    }

    /** Notes that the deal was lost. */
    public LostDeal noteLoss(OutreachClosed closed, int version) {
        outreaches.note(closed.ref());
        return jdbi.withHandle(handle -> handle.createQuery("""
                        UPDATE outreach SET lost_at = :at, lost_version = :version WHERE id = :id RETURNING *
                        """)
                .bind("id", closed.ref().outreachId())
                .bind("at", closed.at())
                .bind("version", version)
                .map((row, ctx) -> readLostDeal(row))
                .one());
    }

    /** The loss of an outreach, if it was lost. */
    public Optional<LostDeal> loss(UUID outreachId) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT * FROM outreach WHERE lost_at IS NOT NULL AND id = :id")
                        .bind("id", outreachId)
                        .map((row, ctx) -> readLostDeal(row))
                        .findOne());
    }

    /** The deals a rep lost. */
    public List<LostDeal> lossesOf(UUID ownerId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT * FROM outreach WHERE lost_at IS NOT NULL AND owner_id = :owner ORDER BY id")
                .bind("owner", ownerId)
                .map((row, ctx) -> readLostDeal(row))
                .list());
    }

    private static NextStep readNextStep(ResultSet row) throws SQLException {
        return new NextStep(
                Outreaches.readRef(row),
                row.getInt("next_step_version"),
                row.getObject("next_step_on", LocalDate.class),
                Rows.instant(row, "next_step_from"));
    }

    private static LostDeal readLostDeal(ResultSet row) throws SQLException {
        return new LostDeal(Outreaches.readRef(row), row.getInt("lost_version"), Rows.instant(row, "lost_at"));
    }
}
