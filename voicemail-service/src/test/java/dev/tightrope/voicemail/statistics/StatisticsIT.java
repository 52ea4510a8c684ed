package dev.tightrope.voicemail.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import dev.tightrope.events.EmailWithheld;
import dev.tightrope.events.ExecutiveCorrected;
import dev.tightrope.events.ExecutiveFacts;
import dev.tightrope.testing.User;
import dev.tightrope.voicemail.OutreachServiceStandIn;
import dev.tightrope.voicemail.StagedOutreach;
import dev.tightrope.voicemail.database.SettableDatabaseTime;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What calling comes to, in the time of those who were called, over what the caller sees. */
@QuarkusTest
class StatisticsIT {
    private static final Instant AT = Instant.parse("2026-03-01T08:00:00Z");

    @Inject
    OutreachServiceStandIn outreachService;

    @Inject
    SettableDatabaseTime time;

    @Inject
    Jdbi jdbi;

    private final UUID team = UUID.randomUUID();
    private final User rep = User.rep("Anna Berg");

    @Test
    void sharesAreOfAllCallsThatWereMade() {
        called(outreach(), "BUSY", "2026-02-02T09:00:00Z");
        called(outreach(), "ASSISTANT_ANSWERED", "2026-02-02T09:10:00Z");
        called(outreach(), "SPOKEN", "2026-02-03T09:00:00Z");
        called(outreach(), "DECLINED", "2026-02-04T09:00:00Z");
        StagedOutreach referred = outreach();
        rep.sends(Map.of(
                        "outreachId",
                        referred.id(),
                        "outcome",
                        "REFERRED",
                        "referredTo",
                        Map.of("name", "Eva Lund"),
                        "startedAt",
                        "2026-02-05T09:00:00Z"))
                .post("/api/v1/call-attempts")
                .then()
                .statusCode(201);
        rep.sends(Map.of(
                        "outreachId",
                        outreach().id(),
                        "outcome",
                        "MEETING_AGREED",
                        "meetingAt",
                        time.now().plus(Duration.ofDays(14)).toString(),
                        "startedAt",
                        "2026-02-05T09:30:00Z"))
                .post("/api/v1/call-attempts")
                .then()
                .statusCode(201);
        StagedOutreach mistaken = outreach();
        mistaken.undo(called(mistaken, "SPOKEN", "2026-02-05T09:00:00Z")).then().statusCode(200);

        statistics(rep, "")
                .then()
                .statusCode(200)
                .body("total.attempts", equalTo(6))
                .body("total.answered", equalTo(4))
                .body("total.answeredShare", equalTo(0.6667f))
                .body("total.referred", equalTo(1))
                .body("total.referredShare", equalTo(0.1667f))
                .body("total.declinedShare", equalTo(0.1667f))
                .body("total.voicemails", equalTo(0));
    }

    @Test
    void attemptsUntilVoicemailAreCountedByRound() {
        StagedOutreach first = outreach();
        called(first, "BUSY", "2026-02-02T09:00:00Z");
        called(first, "VOICEMAIL_CUT_OFF", "2026-02-03T09:00:00Z");
        called(first, "VOICEMAIL_LEFT", "2026-02-10T09:00:00Z");
        StagedOutreach second = outreach();
        UUID undone = called(second, "BUSY", "2026-02-10T08:00:00Z");
        second.undo(undone).then().statusCode(200);
        called(second, "VOICEMAIL_LEFT", "2026-02-10T09:00:00Z");
        called(outreach(), "BUSY", "2026-02-10T09:00:00Z");

        JsonPath all = statistics(rep, "").jsonPath();
        assertThat(all.getInt("untilVoicemail.rounds")).isEqualTo(2);
        assertThat(all.getDouble("untilVoicemail.mean")).isEqualTo(2.0);
        assertThat(all.<Map<String, Integer>>getList("untilVoicemail.distribution"))
                .containsExactly(Map.of("attempts", 1, "rounds", 1), Map.of("attempts", 3, "rounds", 1));

        // The calls before the period made the voicemail in it possible.
        JsonPath later = statistics(rep, "?from=2026-02-10T00:00:00Z").jsonPath();
        assertThat(later.getDouble("untilVoicemail.mean")).isEqualTo(2.0);
        assertThat(later.getInt("total.attempts")).isEqualTo(3);
        statistics(rep, "?until=2026-02-10T00:00:00Z")
                .then()
                .body("total.attempts", equalTo(2))
                .body("untilVoicemail.rounds", equalTo(0))
                .body("untilVoicemail.mean", nullValue())
                .body("untilVoicemail.distribution", empty());
    }

    @Test
    void theFirstVoicemailOfARoundCounts() {
        StagedOutreach outreach = outreach();
        UUID withheld = called(outreach, "VOICEMAIL_LEFT", "2026-02-02T09:00:00Z");
        outreachService.tells(new EmailWithheld(outreach.ref(), withheld, "The e-mail was reopened.", AT, "REOPENED"));
        called(outreach, "VOICEMAIL_LEFT", "2026-02-03T09:00:00Z");

        assertThat(statistics(rep, "").jsonPath().<Map<String, Integer>>getList("untilVoicemail.distribution"))
                .containsExactly(Map.of("attempts", 1, "rounds", 1));
        statistics(rep, "?from=2026-02-03T00:00:00Z").then().body("untilVoicemail.rounds", equalTo(0));
    }

    @Test
    void aPeriodBeginsWithItsFirstMomentAndEndsBeforeItsLast() {
        called(outreach(), "VOICEMAIL_LEFT", "2026-02-02T09:00:00Z");
        called(outreach(), "VOICEMAIL_LEFT", "2026-02-02T10:00:00Z");

        statistics(rep, "?from=2026-02-02T09:00:00Z&until=2026-02-02T10:00:00Z")
                .then()
                .body("total.attempts", equalTo(1))
                .body("untilVoicemail.rounds", equalTo(1));
    }

    @Test
    void whatIsUndoneMeanwhileIsCountedEverywhereOrNowhere() throws Exception {
        UUID wavering = called(outreachIn("Europe/Stockholm"), "BUSY", "2026-02-02T09:00:00Z");
        AtomicBoolean done = new AtomicBoolean();
        CompletableFuture<Void> changes = CompletableFuture.runAsync(() -> {
            while (!done.get()) {
                status(wavering, "UNDONE");
                status(wavering, "RECORDED");
            }
        });
        try {
            for (int i = 0; i < 40; i++) {
                JsonPath found = statistics(rep, "").jsonPath();
                assertThat(found.getInt("withoutZone")).isZero();
                assertThat(found.getList("byHour")).hasSize(found.getInt("total.attempts"));
            }
        } finally {
            done.set(true);
            changes.get();
        }
    }

    @Test
    void oneMomentIsAnotherHourOfAnotherDayElsewhere() {
        String moment = "2026-02-02T05:00:00Z";
        called(outreachIn("America/Los_Angeles"), "BUSY", moment);
        called(outreachIn("Pacific/Auckland"), "BUSY", moment);
        called(outreachIn("Asia/Kathmandu"), "BUSY", moment);
        // The number tells it where nothing is recorded, unless it may lie in several zones.
        called(outreachIn(null), "BUSY", moment);
        StagedOutreach australia = outreach();
        australia.renumbered("+61491570156");
        correct(australia, null);
        called(australia, "BUSY", moment);

        JsonPath found = statistics(rep, "").jsonPath();

        assertThat(hours(found)).containsExactly("MONDAY 6", "MONDAY 10", "MONDAY 18", "SUNDAY 21");
        assertThat(found.getInt("withoutZone")).isEqualTo(1);
    }

    @Test
    void theZoneNotedWithTheCallCountsWhateverTheRecordSaysLater() {
        UUID attempt = called(outreachIn("Europe/Stockholm"), "BUSY", "2026-02-02T05:00:00Z");
        zoneOfCall(attempt, "America/Los_Angeles");
        assertThat(hours(statistics(rep, "").jsonPath())).containsExactly("SUNDAY 21");

        zoneOfCall(attempt, "Mars/Olympus");
        assertThat(statistics(rep, "").jsonPath().getInt("withoutZone")).isEqualTo(1);
    }

    @Test
    void clocksThatAreChangedChangeTheHour() {
        called(outreachIn("Europe/Stockholm"), "BUSY", "2025-03-30T00:30:00Z");
        called(outreachIn("Europe/Stockholm"), "BUSY", "2025-03-30T01:30:00Z");
        assertThat(hours(statistics(rep, "?until=2025-06-01T00:00:00Z").jsonPath()))
                .containsExactly("SUNDAY 1", "SUNDAY 3");

        called(outreachIn("Europe/Stockholm"), "BUSY", "2025-10-26T00:30:00Z");
        called(outreachIn("Europe/Stockholm"), "BUSY", "2025-10-26T01:30:00Z");
        JsonPath autumn = statistics(rep, "?from=2025-10-01T00:00:00Z&until=2025-11-01T00:00:00Z")
                .jsonPath();
        assertThat(hours(autumn)).containsExactly("SUNDAY 2");
        assertThat(autumn.getInt("byHour[0].counts.attempts")).isEqualTo(2);
    }

    @Test
    void everybodyCountsWhatTheySee() {
        User colleague = User.rep("Bo Ek");
        User manager = User.manager("Maj Holm");
        outreachService.knows(colleague, team);
        outreachService.knows(manager, team);
        called(outreach(), "BUSY", "2026-02-02T09:00:00Z");

        statistics(rep, "").then().body("total.attempts", equalTo(1));
        statistics(manager, "").then().body("total.attempts", equalTo(1));
        statistics(manager, "?ownerId=" + rep.id()).then().body("total.attempts", equalTo(1));
        statistics(manager, "?ownerId=" + colleague.id()).then().body("total.attempts", equalTo(0));
        for (User other : List.of(colleague, User.manager("Per Alm"))) {
            statistics(other, "?ownerId=" + rep.id())
                    .then()
                    .statusCode(200)
                    .body("total.attempts", equalTo(0))
                    .body("total.answeredShare", nullValue())
                    .body("byHour", empty());
        }
    }

    @Test
    void aWrongPeriodIsNamed() {
        statistics(rep, "?from=yesterday").then().statusCode(400).body("errors.pointer", hasItem("?from"));
        statistics(rep, "?from=2026-02-02T09:00:00Z&until=2026-02-02T09:00:00Z")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("?until"));
        statistics(rep, "?ownerId=me").then().statusCode(400);
    }

    private StagedOutreach outreach() {
        outreachService.knows(rep, team);
        return StagedOutreach.readyToCall(outreachService, rep, team);
    }

    private StagedOutreach outreachIn(@Nullable String zone) {
        StagedOutreach outreach = outreach();
        correct(outreach, zone);
        return outreach;
    }

    private void correct(StagedOutreach outreach, @Nullable String zone) {
        ExecutiveFacts known = outreach.executive();
        outreachService.tells(new ExecutiveCorrected(
                outreach.ref(),
                new ExecutiveFacts(
                        known.executiveId(), known.name(), known.title(), known.phone(), zone, known.language(), null),
                AT));
    }

    private UUID called(StagedOutreach outreach, String outcome, String startedAt) {
        return StagedOutreach.idOf(
                rep.sends(Map.of("outreachId", outreach.id(), "outcome", outcome, "startedAt", startedAt))
                        .post("/api/v1/call-attempts"));
    }

    private void status(UUID attempt, String status) {
        jdbi.useHandle(
                handle -> handle.execute("update call_attempt set status = ? where attempt_id = ?", status, attempt));
    }

    private void zoneOfCall(UUID attempt, String zone) {
        jdbi.useHandle(
                handle -> handle.execute("update call_attempt set zone = ? where attempt_id = ?", zone, attempt));
    }

    private static Response statistics(User user, String query) {
        return user.calls().get("/api/v1/call-attempts/statistics" + query);
    }

    private static List<String> hours(JsonPath found) {
        return found.<Map<String, Object>>getList("byHour").stream()
                .map(hour -> hour.get("weekday") + " " + hour.get("hour"))
                .toList();
    }
}
