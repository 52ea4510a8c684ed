package dev.tightrope.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import dev.tightrope.events.OutreachRef;
import dev.tightrope.events.StoryPermissionEnded;
import dev.tightrope.testing.User;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SchedulerApiIT {
    private final UUID team = UUID.randomUUID();
    private final User anna = User.rep("Anna Berg");
    private final User ben = User.rep("Ben Colleague");
    private final User maria = User.manager("Maria Ek");
    private final User stranger = User.manager("Other Manager");
    private final User admin = User.admin("Ada Admin");
    private final OutreachRef ref = Story.ref(anna.id(), team);

    @Inject
    Story story;

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void anOutreachOfAnnaWithTimerAndReminder() {
        story.forget();
        story.profile(anna.id(), anna.name(), anna.email(), team, false);
        story.profile(ben.id(), ben.name(), ben.email(), team, false);
        story.profile(maria.id(), maria.name(), maria.email(), team, true);
        story.profile(stranger.id(), stranger.name(), stranger.email(), UUID.randomUUID(), true);
        story.waiting(ref, "Nordfrakt", 1, "P21D");
        story.tell(Story.response(ref));
    }

    @Test
    void ownerManagerAndAdminSeeTimersAndRemindersOthersDoNot() {
        String reminder = story.text("SELECT id FROM reminder");
        for (User sees : List.of(anna, maria, admin)) {
            sees.calls().get("/api/v1/timers").then().statusCode(200).body("data", hasSize(1));
            sees.calls().get("/api/v1/reminders").then().statusCode(200).body("data", hasSize(1));
            sees.calls().get("/api/v1/reminders/" + reminder).then().statusCode(200);
        }
        for (User blind : List.of(ben, stranger)) {
            blind.calls()
                    .get("/api/v1/timers?outreachId=" + ref.outreachId())
                    .then()
                    .statusCode(200)
                    .body("data", hasSize(0));
            blind.calls()
                    .get("/api/v1/reminders?outreachId=" + ref.outreachId())
                    .then()
                    .body("data", hasSize(0));
            blind.calls()
                    .get("/api/v1/reminders/" + reminder)
                    .then()
                    .statusCode(404)
                    .contentType("application/problem+json")
                    .body("code", equalTo("not-found"));
        }
    }

    @Test
    void timersAndRemindersGoWithTheirRepToAnotherTeam() {
        UUID next = UUID.randomUUID();
        story.profile(stranger.id(), stranger.name(), stranger.email(), next, true);

        story.profile(anna.id(), anna.name(), anna.email(), next, false);

        for (String list : List.of("timers", "reminders")) {
            maria.calls().get("/api/v1/" + list).then().statusCode(200).body("data", hasSize(0));
            stranger.calls().get("/api/v1/" + list).then().statusCode(200).body("data", hasSize(1));
            anna.calls().get("/api/v1/" + list).then().statusCode(200).body("data", hasSize(1));
        }
    }

    @Test
    void anEventFromBeforeTheirRepChangedTeamsTakesThemBackToNoFormerTeam() {
        UUID next = UUID.randomUUID();
        story.profile(stranger.id(), stranger.name(), stranger.email(), next, true);
        story.profile(anna.id(), anna.name(), anna.email(), next, false);

        story.tell(new StoryPermissionEnded(ref, UUID.randomUUID(), "Baltic Lines", Story.CALLED_AT));

        maria.calls().get("/api/v1/timers").then().statusCode(200).body("data", hasSize(0));
        stranger.calls().get("/api/v1/timers").then().statusCode(200).body("data", hasSize(1));
        assertThat(story.count("SELECT count(*) FROM reminder WHERE recipient_id = ?", maria.id()))
                .isZero();
        assertThat(story.count("SELECT count(*) FROM reminder WHERE recipient_id = ?", stranger.id()))
                .isEqualTo(1);
    }

    @Test
    void anEventThatMeetsAChangeOfTeamWaitsForIt() throws Exception {
        UUID next = UUID.randomUUID();
        ExecutorService consumer = Executors.newSingleThreadExecutor();
        try {
            Future<?> told = QuarkusTransaction.requiringNew().call(() -> {
                jdbi.useHandle(handle -> {
                    handle.execute("UPDATE person SET team_id = ? WHERE id = ?", next, anna.id());
                    handle.execute("UPDATE outreach SET team_id = ? WHERE owner_id = ?", next, anna.id());
                });
                Future<?> telling = consumer.submit(() -> story.move(ref, "RESPONDED"));
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> story.count("SELECT count(*) FROM pg_locks WHERE NOT granted") > 0);
                return telling;
            });
            told.get(30, TimeUnit.SECONDS);
        } finally {
            consumer.shutdownNow();
        }

        assertThat(story.text("SELECT team_id FROM outreach")).isEqualTo(next.toString());
    }

    @Test
    void aTeamAnEventTellsCountsUntilTheProfileArrives() {
        User late = User.rep("Late Profile");
        OutreachRef theirs = Story.ref(late.id(), team);
        story.waiting(theirs, "Nordfrakt", 1, "P21D");
        maria.calls().get("/api/v1/timers").then().body("data", hasSize(2));

        story.profile(late.id(), late.name(), late.email(), null, false);

        maria.calls().get("/api/v1/timers").then().body("data", hasSize(1));
        late.calls().get("/api/v1/timers").then().body("data", hasSize(1));
    }

    @Test
    void aTimerShowsWhenItIsDueAndHowItEnded() {
        anna.calls()
                .get("/api/v1/timers?outreachId=" + ref.outreachId())
                .then()
                .body("data[0].dueAt", equalTo("2026-03-04T07:00:00Z"))
                .body("data[0].waitNumber", is(1))
                .body("data[0].kind", equalTo("WAIT"))
                .body("data[0].state", equalTo("PENDING"));

        story.move(ref, "RESPONDED");

        anna.calls()
                .get("/api/v1/timers?outreachId=" + ref.outreachId() + "&state=PAUSED")
                .then()
                .body("data.state", contains("PAUSED"));
        anna.calls()
                .get("/api/v1/timers?state=PENDING")
                .then()
                .body("data.kind", contains("DISPOSITION"))
                .body("data.attempt", contains(0));
    }

    @Test
    void aReminderShowsWhatItIsForAndHowFarItIs() {
        anna.calls()
                .get("/api/v1/reminders?outreachId=" + ref.outreachId())
                .then()
                .body("data[0].kind", equalTo("RESPONSE"))
                .body("data[0].state", equalTo("PENDING"))
                .body("data[0].recipientId", equalTo(anna.id().toString()))
                .body("data[0].attempts", is(0));
    }

    @Test
    void pagesGoOnWhereTheLastOneEnded() {
        for (int number = 0; number < 4; number++) {
            story.tell(Story.response(ref));
        }
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            var page = anna.calls()
                    .get("/api/v1/reminders?limit=2" + cursor)
                    .then()
                    .statusCode(200)
                    .extract();
            seen.addAll(page.path("data.id"));
            cursor = page.path("page.hasMore") ? "&cursor=" + page.path("page.nextCursor") : "";
        } while (!cursor.isEmpty());

        assertThat(seen).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void aWrongParameterIsNamed() {
        for (String wrong : List.of("outreachId=7", "state=LOST", "limit=0", "cursor=x")) {
            for (String list : List.of("timers", "reminders")) {
                anna.calls()
                        .get("/api/v1/" + list + "?" + wrong)
                        .then()
                        .statusCode(400)
                        .contentType("application/problem+json")
                        .body("errors.pointer", hasItem("?" + wrong.split("=")[0]));
            }
        }
    }

    @Test
    void nobodyIsLetInWithoutAToken() {
        for (String path : List.of("timers", "reminders", "calendars/preview?zone=UTC")) {
            RestAssured.given().get("/api/v1/" + path).then().statusCode(401);
        }
    }

    @Test
    void aPreviewShowsTheMorningAndTheDaysItSkips() {
        anna.calls()
                .get("/api/v1/calendars/preview?zone=Europe/Stockholm&from=2026-03-13T12:00:00Z&length=P21D")
                .then()
                .statusCode(200)
                .body("country", equalTo("SE"))
                .body("dueAt", equalTo("2026-04-07T06:00:00Z"))
                .body("daysOff.day", contains("2026-04-03", "2026-04-04", "2026-04-05", "2026-04-06"))
                .body("daysOff[0].reason", equalTo("Good Friday"));
        anna.calls()
                .get("/api/v1/calendars/preview?zone=Europe/Stockholm&country=gb&from=2026-04-06T12:00:00Z&length=PT1H")
                .then()
                .body("country", equalTo("GB"))
                .body("dueAt", equalTo("2026-04-06T13:00:00Z"));
    }

    @Test
    void aPreviewSaysWhichParameterIsWrong() {
        for (String wrong : List.of(
                "zone=Mars",
                "zone=UTC&from=yesterday",
                "zone=UTC&length=soon",
                "zone=UTC&length=P999999999Y",
                "zone=UTC&length=P100Y",
                "zone=UTC&country=XX",
                "zone=UTC&country=Sweden",
                "zone=UTC&country=NYSE",
                "zone=UTC&from=1999-12-31T00:00:00Z",
                "zone=UTC&from=2101-01-01T00:00:00Z",
                "zone=UTC&from=%2B999999999-01-01T00:00:00Z")) {
            String name = wrong.substring(wrong.lastIndexOf('&') + 1).split("=")[0];
            anna.calls()
                    .get("/api/v1/calendars/preview?" + wrong)
                    .then()
                    .statusCode(400)
                    .body("errors.pointer", hasItem("?" + name));
        }
        anna.calls().get("/api/v1/calendars/preview").then().statusCode(400).body("errors.pointer", hasItem("?zone"));
    }

    @Test
    void aClockThatJumpedIsShownAndConfirmedByAnAdminOnly() {
        jdbi.useHandle(handle -> handle.execute("INSERT INTO clock_hold (jump_seconds) VALUES (3600)"));
        RestAssured.given()
                .get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'timers' }.data.jumpSeconds", is(3600));

        for (User other : List.of(anna, maria)) {
            other.calls().post("/api/v1/timers/clock-confirmation").then().statusCode(403);
        }
        admin.calls().post("/api/v1/timers/clock-confirmation").then().statusCode(204);

        assertThat(story.count("SELECT count(*) FROM clock_hold")).isZero();
        RestAssured.given()
                .get("/q/health/ready")
                .then()
                .body("checks.find { it.name == 'timers' }.data.firing", equalTo("on time"));
    }

    @Test
    void theMetricsTellWhatIsQueued() {
        assertThat(RestAssured.given()
                        .get("/q/metrics")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString())
                .contains("tightrope_reminders_pending 1.0")
                .contains("tightrope_reminders_without_profile 0.0")
                .contains("tightrope_timers_clock_held");
    }
}
