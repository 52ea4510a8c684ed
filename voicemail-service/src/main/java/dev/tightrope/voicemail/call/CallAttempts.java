package dev.tightrope.voicemail.call;

import dev.tightrope.api.Page;
import dev.tightrope.api.Problems;
import dev.tightrope.api.Visibility;
import dev.tightrope.api.list.ListParameters;
import dev.tightrope.api.list.Listing;
import dev.tightrope.api.list.Sort;
import dev.tightrope.voicemail.database.Columns;
import dev.tightrope.voicemail.database.DatabaseTime;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * The attempts. An attempt leaves {@code RECORDED} by one conditional UPDATE of its one row, so of undo, release and the
 * finding that its number was wrong only one can ever happen, whichever replicas try at the same moment. What was released
 * may still turn out to be void.
 */
@ApplicationScoped
class CallAttempts {
    /** SQL: an attempt {@code a} of the outreach {@code o} reached nobody, and nothing was put right since. */
    static final String IN_VAIN = """
            a.status in ('RECORDED', 'RELEASED') and a.outreach_version >= o.tries_from_version
                and a.outcome in ('NO_ANSWER', 'BUSY', 'ASSISTANT_ANSWERED', 'VOICEMAIL_CUT_OFF')""";

    private static final String VISIBLE =
            "select a.* from call_attempt a join outreach o on o.outreach_id = a.outreach_id where " + Visibility.SQL;

    private static final List<Sort> SORTS = List.of(
            new Sort("-recordedAt", "recorded_at", "timestamptz", true),
            new Sort("recordedAt", "recorded_at", "timestamptz", false),
            Sort.UPDATED,
            Sort.LATEST_UPDATED);

    private final Jdbi jdbi;
    private final DatabaseTime time;

    CallAttempts(Jdbi jdbi, DatabaseTime time) {
        this.jdbi = jdbi;
        this.time = time;
    }

    /**
     * Keeps an attempt.
     *
     * @param zone the executive's at that moment; absent where several are possible, or only the rep's is known
     */
    void insert(CallAttempt attempt, @Nullable String zone) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into call_attempt (attempt_id, outreach_id, round, outreach_version, outcome, promises_email,
                            status, phone, script_version, script_text, email_version, email_hash, started_at, ended_at,
                            notes, meeting_at, referred_name, referred_role, referred_phone, next_attempt_at, quiet_place,
                            recorded_by, recorded_at, release_at, released_at, updated_at, zone, last_of_plan, rep_id)
                        values (:id, :outreach, :round, :move, :outcome, :promises, :status, :phone, :script, :text,
                            :email, :hash, :started, :ended, :notes, :meeting, :name, :role, :theirPhone, :next, :quiet,
                            :by, :recorded, :release, :released, :updated, :zone, :last,
                            (select owner_id from outreach where outreach_id = :outreach))""")
                .bind("id", attempt.id())
                .bind("outreach", attempt.outreachId())
                .bind("round", attempt.round())
                .bind("move", attempt.outreachVersion())
                .bind("outcome", attempt.outcome().name())
                .bind("promises", attempt.outcome().promisesEmail())
                .bind("status", attempt.status().name())
                .bind("phone", attempt.phone())
                .bind("script", attempt.scriptVersion())
                .bind("text", attempt.scriptText())
                .bind("email", attempt.emailVersion())
                .bind("hash", attempt.emailHash())
                .bind("started", Columns.parameter(attempt.startedAt()))
                .bind("ended", Columns.parameter(attempt.endedAt()))
                .bind("notes", attempt.notes())
                .bind("meeting", Columns.parameter(attempt.meetingAt()))
                .bind(
                        "name",
                        attempt.referredTo() == null
                                ? null
                                : attempt.referredTo().name())
                .bind(
                        "role",
                        attempt.referredTo() == null
                                ? null
                                : attempt.referredTo().role())
                .bind(
                        "theirPhone",
                        attempt.referredTo() == null
                                ? null
                                : attempt.referredTo().phone())
                .bind("next", Columns.parameter(attempt.nextAttemptAt()))
                .bindByType("quiet", attempt.quietPlace(), Boolean.class)
                .bind("by", attempt.recordedBy())
                .bind("recorded", Columns.parameter(attempt.recordedAt()))
                .bind("release", Columns.parameter(attempt.releaseAt()))
                .bind("released", Columns.parameter(attempt.releasedAt()))
                .bind("updated", Columns.parameter(attempt.updatedAt()))
                .bind("zone", zone)
                .bind("last", attempt.lastOfPlan())
                .execute());
    }

    CallAttempt get(UUID id, Visibility visibility) {
        return jdbi.withHandle(handle -> handle.createQuery(VISIBLE + " and a.attempt_id = :id")
                        .bind("id", id)
                        .bindMethods(visibility)
                        .map(new CallAttemptMapper())
                        .findOne())
                .orElseThrow(() -> Problems.notFound("call attempt", id));
    }

    /** One page, the newest first unless asked otherwise. */
    Page<CallAttempt> page(@Nullable UUID outreachId, ListParameters list, Visibility visibility) {
        return new Listing("(select a.*, a.attempt_id as id from call_attempt a) a", list.order(SORTS))
                .where("outreach_id in (select o.outreach_id from outreach o where " + Visibility.SQL + ")", visibility)
                .where("updated_at > :after", "after", list.changedAfter())
                .where("outreach_id = :outreach", "outreach", outreachId)
                .fetch(jdbi, list.page(), new CallAttemptMapper());
    }

    /**
     * When attempts of a round at a number reached nobody, the earliest first, without those undone. They count from the
     * last time that somebody put the outreach right.
     */
    List<Instant> inVain(UUID outreachId, int round, String phone) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select a.started_at from call_attempt a join outreach o on o.outreach_id = a.outreach_id
                        where a.outreach_id = ? and a.round = ? and a.phone = ? and %s
                        order by a.started_at""".formatted(IN_VAIN))
                .bind(0, outreachId)
                .bind(1, round)
                .bind(2, phone)
                .map((rs, ctx) -> Columns.instant(rs, "started_at"))
                .list());
    }

    /** How often its number was called in vain when it was recorded, itself included. */
    int inVainUntil(CallAttempt attempt) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select count(*) from call_attempt a join outreach o on o.outreach_id = a.outreach_id
                        where a.outreach_id = ? and a.round = ? and a.phone = ? and (a.recorded_at, a.attempt_id) <= (?, ?)
                            and %s""".formatted(IN_VAIN))
                .bind(0, attempt.outreachId())
                .bind(1, attempt.round())
                .bind(2, attempt.phone())
                .bind(3, Columns.parameter(attempt.recordedAt()))
                .bind(4, attempt.id())
                .mapTo(Integer.class)
                .one());
    }

    /** The clock by which attempts can be undone. */
    Instant now() {
        return jdbi.withHandle(time::now);
    }

    /** Undoes an attempt, and with it the next one planned, if its window is still open; whether it did. */
    boolean undo(UUID id, UUID by, Instant now) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                                update call_attempt set status = 'UNDONE', undone_at = :now, undone_by = :by,
                                    next_attempt_at = null, updated_at = :now
                                where attempt_id = :id and status = 'RECORDED' and release_at > :now""")
                        .bind("id", id)
                        .bind("by", by)
                        .bind("now", Columns.parameter(now))
                        .execute())
                == 1;
    }

    /** Whether no other promise of its round was recorded after it that still stands. */
    boolean isLatestPromise(CallAttempt attempt) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select attempt_id from call_attempt where outreach_id = ? and round = ? and promises_email
                            and status in ('RECORDED', 'RELEASED')
                        order by recorded_at desc, attempt_id desc limit 1""")
                .bind(0, attempt.outreachId())
                .bind(1, attempt.round())
                .map((rs, ctx) -> Columns.uuid(rs, "attempt_id"))
                .findOne()
                .map(attempt.id()::equals)
                .orElse(true));
    }

    /** Its number was somebody else's: nothing it promised holds, unless it was undone; whether it became void now. */
    boolean makeVoid(UUID id, long outreachVersion, WrongNumber found) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                                update call_attempt set status = 'VOID', wrong_number_at = :at, wrong_number_by = :by,
                                    wrong_number_notes = :notes, wrong_number_version = :move, updated_at = :at
                                where attempt_id = :id and status in ('RECORDED', 'RELEASED')""")
                        .bind("id", id)
                        .bind("at", Columns.parameter(found.at()))
                        .bind("by", found.by())
                        .bind("notes", found.notes())
                        .bind("move", outreachVersion)
                        .execute())
                == 1;
    }

    /**
     * Releases the attempt that has been due for longest and that no other replica is releasing at this moment.
     *
     * @param except attempts that failed a moment ago
     */
    Optional<CallAttempt> releaseNext(Instant now, List<UUID> except) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        update call_attempt set status = 'RELEASED', released_at = :now, updated_at = :now
                        where status = 'RECORDED' and attempt_id = (
                            select attempt_id from call_attempt
                            where status = 'RECORDED' and release_at <= :now and attempt_id <> all (:except)
                            order by release_at, attempt_id limit 1 for update skip locked)
                        returning *""")
                .bind("now", Columns.parameter(now))
                .bindArray("except", UUID.class, except)
                .map(new CallAttemptMapper())
                .findOne());
    }

    /** When the next attempt is due; empty if none is waiting. */
    Optional<Instant> nextRelease() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select release_at from call_attempt where status = 'RECORDED' order by release_at limit 1")
                .map((rs, ctx) -> Columns.instant(rs, "release_at"))
                .findOne());
    }

    /**
     * Its promise cannot be kept; so another one may be made in the round. It is released or undone all the same:
     * outreach-service may still let the mail go when what stopped it is corrected, and needs to know.
     */
    void withhold(UUID id, String reason) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update call_attempt set withheld_reason = :reason, updated_at = :now
                        where attempt_id = :id and status in ('RECORDED', 'RELEASED')""")
                .bind("id", id)
                .bind("reason", reason)
                // When it is learned, not when it happened: a client that polls looks for what changed here.
                .bind("now", Columns.parameter(time.now(handle)))
                .execute());
    }
}
