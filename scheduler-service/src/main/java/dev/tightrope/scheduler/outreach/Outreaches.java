package dev.tightrope.scheduler.outreach;

import dev.tightrope.events.DayCount;
import dev.tightrope.events.OutreachRef;
import dev.tightrope.events.WaitStarted;
import dev.tightrope.scheduler.database.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** The mirrored outreaches and the wait each is in. */
@ApplicationScoped
public class Outreaches {
    /** The state in which a wait runs. */
    public static final String AWAITING_RESPONSE = "AWAITING_RESPONSE";

    /** The state in which the sales work goes on, from next step to next step. */
    public static final String ENGAGED = "ENGAGED";

    /** The state in which the rep has to say what a response means. */
    public static final String RESPONDED = "RESPONDED";

    /** The state in which the rep has to call. */
    public static final String READY_TO_CALL = "READY_TO_CALL";

    /** The state in which an outreach ended. */
    public static final String CLOSED = "CLOSED";

    /** The state that follows when a wait is over. */
    public static final String FOLLOW_UP_DUE = "FOLLOW_UP_DUE";

    private static final String RUNNING_WAIT =
            "SELECT * FROM outreach WHERE state = 'AWAITING_RESPONSE' AND NOT wait_ended AND ";

    private final Jdbi jdbi;

    Outreaches(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Notes a wait unless one with this or a higher number is known already.
     *
     * @return whether it is new
     */
    public boolean noteWait(WaitStarted wait) {
        note(wait.ref());
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        UPDATE outreach SET wait_number = :number, wait_from = :from, wait_length = :length,
                            wait_counted_in = :countedIn,
                            wait_until = :until, wait_ended = false
                        WHERE id = :id AND wait_number < :number
                        """)
                        .bind("id", wait.ref().outreachId())
                        .bind("number", wait.waitNumber())
                        .bind("from", wait.from())
                        .bind("length", wait.length())
                        .bind("countedIn", (wait.countedIn() == null ? DayCount.DAYS : wait.countedIn()).name())
                        .bind("until", wait.until())
                        .execute())
                == 1;
    }

    /** Ends the current wait for good: a state that is left takes its wait with it. */
    public void endWait(UUID outreachId) {
        jdbi.useHandle(handle -> handle.createUpdate("UPDATE outreach SET wait_ended = true WHERE id = :id")
                .bind("id", outreachId)
                .execute());
    }

    /** The wait that runs now: the outreach awaits a response, and the wait was not ended. */
    public Optional<CurrentWait> runningWait(UUID outreachId) {
        return jdbi.withHandle(handle -> handle.createQuery(RUNNING_WAIT + "id = :id")
                .bind("id", outreachId)
                .map((row, ctx) -> readWait(row))
                .findOne());
    }

    /** The waits that run now in the outreaches of a rep. */
    public List<CurrentWait> runningWaitsOf(UUID ownerId) {
        return jdbi.withHandle(handle -> handle.createQuery(RUNNING_WAIT + "owner_id = :owner ORDER BY id")
                .bind("owner", ownerId)
                .map((row, ctx) -> readWait(row))
                .list());
    }

    /**
     * Makes sure the outreach is known, with the owner and round the event names. Its team is its owner's: the profile, whose
     * events have an order of their own, knows it better than an event of the outreach that comes late.
     */
    public void note(OutreachRef ref) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        WITH owner AS (SELECT team_id FROM person WHERE id = :owner FOR SHARE)
                        INSERT INTO outreach (id, round, prospect_id, owner_id, team_id)
                        SELECT :id, :round, :prospect, :owner,
                            CASE WHEN EXISTS (SELECT 1 FROM owner) THEN (SELECT team_id FROM owner) ELSE :team END
                        ON CONFLICT (id) DO UPDATE SET round = greatest(outreach.round, excluded.round),
                            prospect_id = excluded.prospect_id, owner_id = excluded.owner_id,
                            team_id = excluded.team_id
                        """)
                .bind("id", ref.outreachId())
                .bind("round", ref.round())
                .bind("prospect", ref.prospectId())
                .bind("owner", ref.ownerId())
                .bindByType("team", ref.teamId(), UUID.class)
                .execute());
    }

    static OutreachRef readRef(ResultSet row) throws SQLException {
        return new OutreachRef(
                Rows.uuid(row, "id"),
                row.getInt("round"),
                Rows.uuid(row, "prospect_id"),
                Rows.uuid(row, "owner_id"),
                Rows.optionalUuid(row, "team_id"));
    }

    private static CurrentWait readWait(ResultSet row) throws SQLException {
        return new CurrentWait(
                readRef(row),
                row.getInt("wait_number"),
                Rows.instant(row, "wait_from"),
                row.getString("wait_length"),
                DayCount.valueOf(row.getString("wait_counted_in")),
                Rows.optionalInstant(row, "wait_until"));
    }
}
