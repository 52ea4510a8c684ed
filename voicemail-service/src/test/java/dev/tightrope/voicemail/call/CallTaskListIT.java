package dev.tightrope.voicemail.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.tightrope.events.SuppressionAdded;
import dev.tightrope.events.SuppressionKind;
import dev.tightrope.testing.User;
import dev.tightrope.voicemail.OutreachServiceStandIn;
import dev.tightrope.voicemail.StagedOutreach;
import dev.tightrope.voicemail.database.SettableDatabaseTime;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CallTaskListIT {
    private final User rep = User.rep("Anna Berg");

    @Inject
    OutreachServiceStandIn outreachService;

    @Inject
    SettableDatabaseTime time;

    @Inject
    Jdbi jdbi;

    @Test
    void pagesGoOnWhereTheLastOneEndedInEveryOrder() {
        List<String> expected = new ArrayList<>();
        for (int number = 0; number < 3; number++) {
            StagedOutreach outreach = ready();
            calledAgainAt(outreach, time.now().plus(Duration.ofHours(1)));
            stamp(outreach, time.now());
            time.pass(Duration.ofMinutes(1));
            awaitReleased(outreach);
            expected.add(outreach.id().toString());
        }
        assertThat(pages("dueAt")).containsExactlyElementsOf(expected);
        assertThat(pages("updatedAt")).containsExactlyElementsOf(expected);

        Collections.reverse(expected);
        assertThat(pages("-dueAt")).containsExactlyElementsOf(expected);
        assertThat(pages("-updatedAt")).containsExactlyElementsOf(expected);
    }

    @Test
    void aPollingClientGetsWhatChangedAlsoWhatCameToLightLate() {
        StagedOutreach old = ready();
        StagedOutreach changed = ready();
        StagedOutreach stampedEarlierSeenLater = ready();
        Instant since = time.now().plus(Duration.ofHours(1));
        stamp(old, since.minusSeconds(60));
        stamp(changed, since);
        stamp(stampedEarlierSeenLater, since.minusSeconds(5));

        tasks("?updatedAfter=" + since)
                .then()
                .statusCode(200)
                .body(
                        "data.outreachId",
                        contains(
                                stampedEarlierSeenLater.id().toString(),
                                changed.id().toString()));
    }

    @Test
    void anEventIsAChangeWhenItArrivesHoweverLongItWasOnItsWay() {
        StagedOutreach outreach = ready();
        stamp(outreach, time.now());
        Instant before = updatedAt();

        outreach.moves("READY_TO_CALL");

        assertThat(updatedAt()).isAfter(before);
    }

    @Test
    void theHourOfAPlannedAttemptIsAChange() {
        StagedOutreach outreach = ready();
        outreach.attempt("NO_ANSWER").then().statusCode(201);
        stamp(outreach, time.now());
        Instant planned = Instant.parse(tasks("").path("data[0].nextAttemptAt"));
        assertThat(updatedAt()).isBefore(planned);

        time.becomes(planned);

        assertThat(updatedAt()).isEqualTo(planned);
    }

    @Test
    void theEndOfTheirDayIsAChange() {
        StagedOutreach outreach = ready();
        stamp(outreach, time.now());
        ZonedDateTime there = time.now().atZone(ZoneId.of("Europe/Stockholm"));
        Instant evening = there.withHour(18).truncatedTo(ChronoUnit.HOURS).toInstant();

        time.becomes(evening.plusSeconds(60));

        assertThat(updatedAt()).isEqualTo(evening);
        tasks("?updatedAfter=" + evening.minusSeconds(1)).then().body("data.status", contains("OUTSIDE_HOURS"));
        tasks("?updatedAfter=" + evening.plusSeconds(30)).then().body("data", empty());
    }

    @Test
    void aSuppressionIsAChange() {
        StagedOutreach outreach = ready();
        stamp(outreach, time.now());
        Instant before = updatedAt();

        outreachService.tells(new SuppressionAdded(
                UUID.randomUUID(), SuppressionKind.PHONE, outreach.phone(), "asked not to be called"));

        tasks("").then().body("data[0].status", equalTo("SUPPRESSED"));
        assertThat(updatedAt()).isAfter(before);
    }

    @Test
    void aWrongParameterIsNamed() {
        for (String wrong : List.of("updatedAfter=yesterday", "sort=name", "offered=maybe", "limit=many")) {
            tasks("?" + wrong).then().statusCode(400).body("errors.pointer", hasItem("?" + wrong.split("=")[0]));
        }
    }

    private void calledAgainAt(StagedOutreach outreach, Instant next) {
        rep.sends(Map.of("outreachId", outreach.id(), "outcome", "NO_ANSWER", "nextAttemptAt", next.toString()))
                .post("/api/v1/call-attempts")
                .then()
                .statusCode(201);
    }

    private StagedOutreach ready() {
        return StagedOutreach.readyToCall(outreachService, rep, null);
    }

    private List<String> pages(String sort) {
        List<String> seen = new ArrayList<>();
        @Nullable String cursor = "";
        while (cursor != null) {
            Response page = tasks("?limit=2&sort=" + sort + cursor);
            assertThat(page.statusCode()).isEqualTo(200);
            seen.addAll(page.<List<String>>path("data.outreachId"));
            String next = page.path("page.nextCursor");
            cursor = next == null ? null : "&cursor=" + next;
        }
        return seen;
    }

    private Instant updatedAt() {
        return Instant.parse(tasks("").path("data[0].updatedAt"));
    }

    private Response tasks(String query) {
        return rep.calls().get("/api/v1/call-tasks" + query);
    }

    /** Its attempt can no longer be undone, which is a change at an hour of its own. */
    private void awaitReleased(StagedOutreach outreach) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> jdbi.withHandle(handle -> handle.select(
                                        "select count(*) from call_attempt where outreach_id = ? and status = 'RECORDED'",
                                        outreach.id())
                                .mapTo(Integer.class)
                                .one())
                        == 0);
    }

    private void stamp(StagedOutreach outreach, Instant at) {
        jdbi.useHandle(handle -> {
            for (String table : List.of("outreach", "script", "homework")) {
                handle.execute(
                        "update " + table + " set updated_at = ? where outreach_id = ?",
                        at.atOffset(ZoneOffset.UTC),
                        outreach.id());
            }
        });
    }
}
