package dev.tightrope.outreach.outreach;

import dev.tightrope.api.Problems;
import dev.tightrope.api.Visibility;
import dev.tightrope.outreach.database.Columns;
import dev.tightrope.outreach.lifecycle.Agreement;
import dev.tightrope.outreach.lifecycle.ClosureOutcome;
import dev.tightrope.outreach.lifecycle.LockedEmail;
import dev.tightrope.outreach.lifecycle.Promise;
import dev.tightrope.outreach.lifecycle.Situation;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** Rows of outreaches and rounds. */
@ApplicationScoped
class OutreachStore {
    /** An outreach with its current round, as the mapper reads it. */
    static final String WITH_ROUND = """
            (SELECT o.*, r.story_barred, r.email_version, r.email_hash, r.script_approved, r.attempt_id, r.promise_kind,
                    r.promised_version, r.promised_hash, r.promised_at, r.released_at, r.meeting_at, r.referred_to,
                    r.referred_role, r.referred_phone, r.void_attempt_id, r.corrected_to, r.mail_out, r.wait_length, r.wait_counted_in, r.wait_until, r.wait_from,
                    story_may_be_named(o.story_id, clock_timestamp()) AS story_permitted
             FROM outreach o JOIN outreach_round r ON r.outreach_id = o.id AND r.round = o.round) outreach
            """;

    private static final String INSERT = """
            INSERT INTO outreach (id, prospect_id, executive_id, owner_id, team_id, language, business_user_role,
                                  state, ground_state, outcome, attention, attention_detail, attention_since, engaged,
                                  responded, round, story_id, voicemail_before, wait_number, wait_due_at, mail_due,
                                  next_step, next_step_on, next_contact, moves, version, opened_at, opened_by, updated_at)
            VALUES (:id, :prospectId, :executiveId, :ownerId, :teamId, :language, :businessUserRole,
                    :state, :groundState, :outcome, :attention, :attentionDetail, :attentionSince, :engaged,
                    :responded, :round, :storyId, :voicemailBefore, :waitNumber, :waitDueAt, :mailDue,
                    :nextStep, :nextStepOn, :nextContact, :moves, :version, :openedAt, :openedBy, :updatedAt)
            """;

    private static final String UPDATE = """
            UPDATE outreach
            SET owner_id = :ownerId, team_id = :teamId, state = :state, ground_state = :groundState, outcome = :outcome, attention = :attention,
                attention_detail = :attentionDetail, attention_since = :attentionSince, engaged = :engaged,
                responded = :responded, round = :round, story_id = :storyId, voicemail_before = :voicemailBefore,
                wait_number = :waitNumber, wait_due_at = :waitDueAt, mail_due = :mailDue, next_step = :nextStep,
                next_step_on = :nextStepOn, next_contact = :nextContact, moves = :moves, version = :version,
                updated_at = :updatedAt
            WHERE id = :id
            """;

    private static final String ROUND = """
            INSERT INTO outreach_round (outreach_id, round, story_id, story_barred, email_version, email_hash,
                                        script_approved, attempt_id, promise_kind, promised_version, promised_hash,
                                        promised_at, released_at, meeting_at, referred_to, referred_role, referred_phone,
                                        void_attempt_id, corrected_to, mail_out, wait_length, wait_counted_in, wait_until,
                                        wait_from, started_at)
            VALUES (:id, :round, :storyId, :storyBarred, :emailVersion, :emailHash, :scriptApproved, :attemptId,
                    :promiseKind, :promisedVersion, :promisedHash, :promisedAt, :releasedAt, :meetingAt, :referredTo,
                    :referredRole, :referredPhone, :voidAttemptId, :correctedTo, :mailOut, :waitLength, :waitCountedIn, :waitUntil, :waitFrom,
                    :updatedAt)
            ON CONFLICT (outreach_id, round) DO UPDATE
            SET story_barred = excluded.story_barred, email_version = excluded.email_version,
                email_hash = excluded.email_hash, script_approved = excluded.script_approved,
                attempt_id = excluded.attempt_id, promise_kind = excluded.promise_kind,
                promised_version = excluded.promised_version, promised_hash = excluded.promised_hash,
                promised_at = excluded.promised_at, released_at = excluded.released_at, meeting_at = excluded.meeting_at,
                referred_to = excluded.referred_to, referred_role = excluded.referred_role,
                referred_phone = excluded.referred_phone, void_attempt_id = excluded.void_attempt_id,
                corrected_to = excluded.corrected_to,
                mail_out = excluded.mail_out, wait_length = excluded.wait_length,
                wait_counted_in = excluded.wait_counted_in, wait_until = excluded.wait_until,
                wait_from = excluded.wait_from
            """;

    private static final List<String> WAKEABLE = Arrays.stream(ClosureOutcome.values())
            .filter(outcome -> outcome.reopensOnResponse() || outcome == ClosureOutcome.LOST)
            .map(ClosureOutcome::name)
            .toList();

    private final Jdbi jdbi;

    OutreachStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void insert(OutreachRow row) {
        write(row, INSERT);
    }

    void save(OutreachRow row) {
        write(row, UPDATE);
    }

    Optional<OutreachRow> byId(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM " + WITH_ROUND + " WHERE id = :id")
                .bind("id", id)
                .map(new OutreachRowMapper())
                .findOne());
    }

    OutreachRow find(UUID id, Visibility who) {
        return byId(id).filter(row -> who.sees(row.ownerId(), row.teamId()))
                .orElseThrow(() -> Problems.notFound("outreach", id));
    }

    /** The row, not to be changed by anybody else until the transaction ends. */
    OutreachRow lock(UUID id) {
        jdbi.useHandle(handle -> handle.createQuery("SELECT 1 FROM outreach WHERE id = :id FOR UPDATE")
                .bind("id", id)
                .mapTo(Integer.class)
                .findOne());
        return byId(id).orElseThrow(() -> Problems.notFound("outreach", id));
    }

    /** Says for whom its mails are written from now on. */
    void writeFor(UUID id, String businessUserRole) {
        jdbi.useHandle(handle -> handle.createUpdate("UPDATE outreach SET business_user_role = :role WHERE id = :id")
                .bind("role", businessUserRole)
                .bind("id", id)
                .execute());
    }

    List<UUID> lockOpenWithExecutive(UUID executiveId) {
        return lockWhere("state <> 'CLOSED' AND executive_id = :value", executiveId);
    }

    List<UUID> lockOpenWithStory(UUID storyId) {
        return lockWhere("state <> 'CLOSED' AND story_id = :value", storyId);
    }

    /** Those whose round gave up the story, closed ones too: a late answer may bring them back. */
    List<UUID> lockBarred(UUID storyId) {
        return lockWhere("""
                story_id = :value AND EXISTS (SELECT 1 FROM outreach_round r
                                              WHERE r.outreach_id = outreach.id AND r.round = outreach.round
                                                AND r.story_barred)
                """, storyId);
    }

    private List<UUID> lockWhere(String condition, UUID value) {
        return lockAll(jdbi.withHandle(handle -> handle.createQuery("SELECT id FROM outreach WHERE " + condition)
                .bind("value", value)
                .mapTo(UUID.class)
                .list()));
    }

    /** Locks several in the one order in which everybody does, so that two wait for each other instead of deadlocking. */
    List<UUID> lockAll(Collection<UUID> outreaches) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT id FROM outreach WHERE id = ANY(:ids) ORDER BY id FOR UPDATE")
                        .bindArray("ids", UUID.class, outreaches)
                        .mapTo(UUID.class)
                        .list());
    }

    List<UUID> lockOpenAt(Collection<UUID> prospects) {
        return lockAll(jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT id FROM outreach WHERE state <> 'CLOSED' AND prospect_id = ANY(:prospects)")
                .bindArray("prospects", UUID.class, prospects)
                .mapTo(UUID.class)
                .list()));
    }

    /** Those of a rep that somebody sees, open or such that a late answer or the day to come back may wake. */
    List<UUID> alive(UUID ownerId, Visibility who) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT id FROM outreach WHERE owner_id = :owner AND (state <> 'CLOSED' OR outcome = ANY(:wakeable))"
                                + " AND " + Visibility.SQL + " ORDER BY state = 'CLOSED', id")
                .bind("owner", ownerId)
                .bindArray("wakeable", String.class, WAKEABLE)
                .bindMethods(who)
                .mapTo(UUID.class)
                .list());
    }

    void noteFormerOwner(UUID id, FormerOwner former) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "INSERT INTO outreach_former_owner (outreach_id, person_id, until) VALUES (:id, :person, :until)")
                .bind("id", id)
                .bind("person", former.personId())
                .bind("until", former.until())
                .execute());
    }

    List<FormerOwner> formerOwners(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT person_id, until FROM outreach_former_owner WHERE outreach_id = :id ORDER BY until")
                .bind("id", id)
                .map((row, context) -> new FormerOwner(Columns.uuid(row, "person_id"), Columns.instant(row, "until")))
                .list());
    }

    void moveToTeam(UUID ownerId, @Nullable UUID teamId, Instant now) {
        lockWhere("owner_id = :value", ownerId);
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE outreach SET team_id = :team, version = version + 1, updated_at = :now
                        WHERE owner_id = :owner
                        """)
                .bind("owner", ownerId)
                .bind("team", teamId)
                .bind("now", now)
                .execute());
    }

    void waitScheduled(UUID id, int waitNumber, Instant dueAt, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE outreach SET wait_due_at = :due, version = version + 1, updated_at = :now
                        WHERE id = :id AND wait_number = :number AND wait_due_at IS DISTINCT FROM :due
                        """)
                .bind("id", id)
                .bind("number", waitNumber)
                .bind("due", dueAt)
                .bind("now", now)
                .execute());
    }

    private void write(OutreachRow row, String outreachSql) {
        jdbi.useHandle(handle -> {
            bindOutreach(handle.createUpdate(outreachSql), row).execute();
            bindRound(handle.createUpdate(ROUND), row).execute();
        });
    }

    private static <S extends SqlStatement<S>> S bindOutreach(S sql, OutreachRow row) {
        Situation s = row.situation();
        OutreachRow.NextStep step = row.nextStep();
        OutreachRow.Attention wrong = row.attention();
        return sql.bind("id", row.id())
                .bind("prospectId", row.prospectId())
                .bind("executiveId", row.executiveId())
                .bind("ownerId", row.ownerId())
                .bind("teamId", row.teamId())
                .bind("language", row.language())
                .bind("businessUserRole", row.businessUserRole())
                .bind("state", s.state().name())
                .bind("groundState", s.ground().state().name())
                .bind("outcome", name(s.ground().outcome()))
                .bind("attention", name(s.ground().attention()))
                .bind("attentionDetail", wrong == null ? null : wrong.detail())
                .bind("attentionSince", wrong == null ? null : wrong.since())
                .bind("engaged", s.engaged())
                .bind("responded", s.responded())
                .bind("round", s.round())
                .bind("storyId", s.storyId())
                .bind("voicemailBefore", s.voicemailBefore())
                .bind("waitNumber", s.waitNumber())
                .bind("waitDueAt", row.waitDueAt())
                .bind("mailDue", s.mailDue())
                .bind("nextStep", step == null ? null : step.what())
                .bind("nextStepOn", step == null ? null : step.on())
                .bind("nextContact", step == null ? null : step.contactName())
                .bind("moves", row.moves())
                .bind("version", row.version())
                .bind("openedAt", row.openedAt())
                .bind("openedBy", row.openedBy())
                .bind("updatedAt", row.updatedAt());
    }

    private static <S extends SqlStatement<S>> S bindRound(S sql, OutreachRow row) {
        Situation s = row.situation();
        LockedEmail email = s.email();
        Promise promise = s.promise();
        Agreement agreed = promise == null ? Agreement.NONE : promise.agreed();
        return sql.bind("id", row.id())
                .bind("round", s.round())
                .bind("storyId", s.storyId())
                .bind("storyBarred", s.storyBarred())
                .bind("emailVersion", email == null ? null : email.version())
                .bind("emailHash", email == null ? null : email.hash())
                .bind("scriptApproved", s.scriptApproved())
                .bind("attemptId", promise == null ? null : promise.attemptId())
                .bind("promiseKind", promise == null ? null : promise.kind().name())
                .bind(
                        "promisedVersion",
                        promise == null ? null : promise.email().version())
                .bind("promisedHash", promise == null ? null : promise.email().hash())
                .bind("promisedAt", promise == null ? null : promise.recordedAt())
                .bind("releasedAt", promise == null ? null : promise.releasedAt())
                .bind("meetingAt", agreed.meetingAt())
                .bind("referredTo", agreed.referredTo())
                .bind("referredRole", agreed.referredRole())
                .bind("referredPhone", agreed.referredPhone())
                .bind("voidAttemptId", s.voidAttempt())
                .bind("correctedTo", s.correctedTo())
                .bind("mailOut", s.mailOut())
                .bind("waitLength", s.waitLength())
                .bind("waitCountedIn", s.waitCountedIn().name())
                .bind("waitUntil", s.waitUntil())
                .bind("waitFrom", s.waitFrom())
                .bind("updatedAt", row.updatedAt());
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }
}
