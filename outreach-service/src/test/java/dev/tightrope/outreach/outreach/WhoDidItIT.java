package dev.tightrope.outreach.outreach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.tightrope.events.CallAttemptUndone;
import dev.tightrope.events.CallUnsuccessful;
import dev.tightrope.events.ConversationHeld;
import dev.tightrope.events.ConversationOutcome;
import dev.tightrope.events.ExecutiveDeclined;
import dev.tightrope.events.HomeworkChanged;
import dev.tightrope.events.HomeworkCompleted;
import dev.tightrope.events.OutreachRef;
import dev.tightrope.events.Referral;
import dev.tightrope.events.ScriptApproved;
import dev.tightrope.events.ScriptReopened;
import dev.tightrope.events.TightropeEvent;
import dev.tightrope.events.VoicemailLeft;
import dev.tightrope.events.WrongNumberFound;
import dev.tightrope.testing.User;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The history names the person behind what other services tell, and the service only where it tells of nobody. */
@QuarkusTest
class WhoDidItIT {
    private static final Instant AT = Instant.parse("2026-03-02T08:00:00Z");

    @Inject
    Scene scene;

    @Inject
    Jdbi jdbi;

    private final User rep = User.rep("Rita Rep");
    private final User manager = User.manager("Mona Manager");
    private UUID id = UUID.randomUUID();

    /** What voicemail-service tells of people, as it would tell it of an outreach that is ready to be called. */
    private enum Told {
        HOMEWORK_COMPLETED,
        HOMEWORK_CHANGED,
        SCRIPT_REOPENED,
        VOICEMAIL_LEFT,
        CONVERSATION_HELD,
        MEETING,
        REFERRAL,
        CALL_ATTEMPT_UNDONE,
        CALL_UNSUCCESSFUL,
        WRONG_NUMBER_FOUND,
        EXECUTIVE_DECLINED;

        TightropeEvent event(OutreachRef ref, String hash, @Nullable UUID by) {
            UUID attempt = UUID.randomUUID();
            return switch (this) {
                case HOMEWORK_COMPLETED -> new HomeworkCompleted(ref, "Leads get lost.", AT, null, null, null, by);
                case HOMEWORK_CHANGED -> new HomeworkChanged(ref, "Leads get lost.", null, List.of(), null, AT, by);
                case SCRIPT_REOPENED -> new ScriptReopened(ref, "The script was changed.", AT, by);
                case VOICEMAIL_LEFT -> new VoicemailLeft(ref, attempt, 1, hash, AT, AT, by);
                case CONVERSATION_HELD, MEETING, REFERRAL ->
                    new ConversationHeld(
                            ref,
                            attempt,
                            outcome(),
                            1,
                            hash,
                            AT,
                            AT,
                            this == MEETING ? AT : null,
                            this == REFERRAL ? new Referral("Sven Svensson", "sales manager", null) : null,
                            by);
                case CALL_ATTEMPT_UNDONE -> new CallAttemptUndone(ref, attempt, AT, by);
                case CALL_UNSUCCESSFUL -> new CallUnsuccessful(ref, attempt, "BUSY", AT, AT, by, 1);
                case WRONG_NUMBER_FOUND -> new WrongNumberFound(ref, attempt, "+46701740677", AT, by);
                case EXECUTIVE_DECLINED -> new ExecutiveDeclined(ref, attempt, null, AT, by);
            };
        }

        private ConversationOutcome outcome() {
            return switch (this) {
                case MEETING -> ConversationOutcome.MEETING_AGREED;
                case REFERRAL -> ConversationOutcome.REFERRED;
                default -> ConversationOutcome.SPOKEN;
            };
        }

        String trigger() {
            return this == MEETING || this == REFERRAL ? CONVERSATION_HELD.name() : name();
        }
    }

    @BeforeEach
    void readyToCall() {
        scene.teamOf(manager, rep);
        id = scene.opened(rep, scene.stage());
        scene.readyToCall(rep, id);
    }

    @ParameterizedTest
    @EnumSource
    void aPersonDidWhatTheEventTells(Told told) {
        scene.handle(told.event(scene.ref(id), hash(), manager.id()));

        expect(told.trigger(), manager.id(), manager.name());
    }

    @ParameterizedTest
    @EnumSource
    void anEventOfAnEarlierVersionNamesItsService(Told told) {
        scene.handle(told.event(scene.ref(id), hash(), null));

        expect(told.trigger(), null, "test-service");
    }

    @Test
    void whoeverApprovedTheScriptMadeTheMove() {
        expect("SCRIPT_APPROVED", rep.id(), rep.name());
    }

    @Test
    void anEventThatHasNoEffectNamesThePersonToo() {
        scene.handle(new ScriptApproved(scene.ref(id), 1, 7, "f".repeat(64), manager.id(), AT));

        Scene.get(rep, "/outreaches/" + id + "/history?limit=200")
                .body(
                        "data.findAll { it.trigger == 'SCRIPT_APPROVED' }.actorId",
                        equalTo(List.of(rep.id().toString(), manager.id().toString())));
    }

    @Test
    void somebodyWithoutAProfileKeepsTheirId() {
        UUID unknown = UUID.randomUUID();

        scene.handle(Told.VOICEMAIL_LEFT.event(scene.ref(id), hash(), unknown));

        expect("VOICEMAIL_LEFT", unknown, "somebody of ours");
    }

    @Test
    void whoReopensTheEmailIsToldTheOtherServices() {
        Scene.post(manager, "/outreaches/" + id + "/email/reopening", Map.of("reason", "a figure was wrong"))
                .statusCode(200);

        String told = jdbi.withHandle(handle ->
                handle.createQuery("""
                        SELECT data->>'actedBy' FROM outbox_event
                        WHERE aggregate_id = :id AND type LIKE '%.email-reopened.v1'
                        """).bind("id", id).mapTo(String.class).one());
        assertThat(told).isEqualTo(manager.id().toString());
    }

    private String hash() {
        return String.valueOf(scene.view(id).emailHash());
    }

    private void expect(String trigger, @Nullable UUID person, String name) {
        Scene.get(rep, "/outreaches/" + id + "/history?limit=200")
                .body("data.find { it.trigger == '" + trigger + "' }.actorName", equalTo(name))
                .body(
                        "data.find { it.trigger == '" + trigger + "' }.actorId",
                        person == null ? nullValue() : equalTo(person.toString()));
    }
}
