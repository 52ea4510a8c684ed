package dev.tightrope.scheduler.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import dev.tightrope.api.Visibility;
import dev.tightrope.events.CallUnsuccessful;
import dev.tightrope.events.OutreachRef;
import dev.tightrope.events.ResponseChannel;
import dev.tightrope.events.ResponseDisposed;
import dev.tightrope.events.ResponseReceived;
import dev.tightrope.scheduler.Story;
import dev.tightrope.testing.User;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BoardIT {
    private static final String BOARD = "/api/v1/reminders/board";

    private final UUID team = UUID.randomUUID();
    private final UUID otherTeam = UUID.randomUUID();
    private final User anna = User.rep("Anna Berg");
    private final User ben = User.rep("Ben Colleague");
    private final User maria = User.manager("Maria Ek");
    private final User stranger = User.manager("Other Manager");
    private final User admin = User.admin("Ada Admin");

    @Inject
    Story story;

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void aTeamOfTwoReps() {
        story.forget();
        story.profile(anna.id(), anna.name(), anna.email(), team, false);
        story.profile(ben.id(), ben.name(), ben.email(), team, false);
        story.profile(maria.id(), maria.name(), maria.email(), team, true);
        story.profile(stranger.id(), stranger.name(), stranger.email(), otherTeam, true);
    }

    @Test
    void everyOpenOutreachHoldsItsCompanyAndAClosedOneNone() {
        opened("Nordfrakt");
        OutreachRef closed = opened("Sydfrakt");
        story.move(closed, "CLOSED");

        board(maria)
                .body("reps[0].companiesHeld.count", is(1))
                .body("reps[0].companiesHeld.longest[0].company", equalTo("Nordfrakt"))
                .body("reps[0].companiesHeld.longest[0].executive", equalTo("Karin Holm"))
                .body("reps[0].companiesHeld.longest[0].since", equalTo("2026-02-10T09:12:00Z"));

        story.move(closed, "RESPONDED");

        board(maria).body("reps[0].companiesHeld.count", is(2));
    }

    @Test
    void aCallIsOverdueOnceTheRepWasRemindedOfItAndUntilItIsMade() {
        OutreachRef ref = opened("Nordfrakt");
        story.move(ref, "READY_TO_CALL");
        board(maria).body("reps[0].callsOverdue.count", is(0));

        fired(ref, "CALL_DUE");
        board(maria).body("reps[0].callsOverdue.count", is(1));

        // Nobody was reached: the next call is another one, and is due later.
        story.tell(new CallUnsuccessful(
                ref,
                UUID.randomUUID(),
                "NO_ANSWER",
                Instant.now(),
                Instant.now().plusSeconds(86_400),
                null,
                1));
        board(maria).body("reps[0].callsOverdue.count", is(0));

        fired(ref, "CALL_DUE");
        board(maria).body("reps[0].callsOverdue.count", is(1));

        story.move(ref, "SENDING_EMAIL");

        board(maria).body("reps[0].callsOverdue.count", is(0));
    }

    @Test
    void aFollowUpIsOverdueFromTheEndOfTheWaitOn() {
        OutreachRef ref = opened("Nordfrakt");
        board(maria).body("reps[0].followUpsOverdue.count", is(0));

        story.move(ref, "FOLLOW_UP_DUE");

        board(maria)
                .body("reps[0].followUpsOverdue.count", is(1))
                .body(
                        "reps[0].followUpsOverdue.longest.outreachId",
                        hasItem(ref.outreachId().toString()));
    }

    @Test
    void anEngagementWithoutAStepOrWithAnOverdueOneIsShownAndAPlannedOneNot() {
        OutreachRef without = opened("Nordfrakt");
        story.move(without, "ENGAGED");
        board(maria).body("reps[0].withoutNextStep.count", is(1));

        story.tell(Story.nextStep(without, LocalDate.of(2026, 3, 6)));
        board(maria).body("reps[0].withoutNextStep.count", is(0));

        fired(without, "NEXT_STEP");
        board(maria)
                .body("reps[0].withoutNextStep.count", is(1))
                .body("reps[0].withoutNextStep.longest[0].since", equalTo("2026-03-09T07:00:00Z"));

        story.tell(Story.nextStep(without, LocalDate.of(2099, 3, 6)));
        board(maria).body("reps[0].withoutNextStep.count", is(0));
    }

    @Test
    void aMailFromSomebodyElseShowsThatOursWasPassedOnAndIsCountedOnceForAnOutreach() {
        OutreachRef ref = opened("Nordfrakt");
        story.tell(Story.response(ref));
        story.tell(Story.response(ref));
        board(maria).body("reps[0].forwarded.count", is(0));

        noticed("now()");

        board(maria).body("reps[0].forwarded.count", is(1));
        story.move(ref, "CLOSED");
        board(maria).body("reps[0].forwarded.count", is(1)).body("reps[0].companiesHeld.count", is(0));
    }

    @Test
    void neitherTheExecutiveNorACallShowsAForwardUnlessTheRepSaysSo() {
        OutreachRef ref = opened("Nordfrakt");
        ResponseReceived byExecutive = response(ref, ResponseChannel.EMAIL, true);
        story.tell(byExecutive);
        story.tell(response(ref, ResponseChannel.PHONE, false));
        assertThat(story.count("SELECT count(*) FROM forward")).isZero();

        story.tell(new ResponseDisposed(ref, byExecutive.responseId(), "PASSED_ON", Story.CALLED_AT));

        noticed("now()");
        board(maria).body("reps[0].forwarded.count", is(1));
    }

    @Test
    void anAnswerThatWasNotFromThemIsNoForward() {
        OutreachRef ref = opened("Nordfrakt");
        ResponseReceived response = Story.response(ref);
        story.tell(response);
        noticed("now()");

        story.tell(new ResponseDisposed(ref, response.responseId(), "NOT_FROM_THEM", Story.CALLED_AT));

        board(maria).body("reps[0].forwarded.count", is(0));
    }

    @Test
    void aForwardOfMoreThanAWeekAgoIsNotOfThisWeek() {
        story.tell(Story.response(opened("Nordfrakt")));
        noticed("now() - interval '7 days'");
        board(maria).body("reps[0].forwarded.count", is(1));

        noticed("now() - interval '8 days 1 minute'");

        board(maria).body("reps[0].forwarded.count", is(0));
    }

    @Test
    void aManagerSeesEveryRepOfTheTeamAndARepOnlyThemselves() {
        opened("Nordfrakt");
        opened(ben, "Sydfrakt");

        board(maria)
                .body("teamId", equalTo(team.toString()))
                .body("reps.name", equalTo(List.of("Anna Berg", "Ben Colleague")));
        board(anna)
                .body("teamId", nullValue())
                .body("reps.name", equalTo(List.of("Anna Berg")))
                .body("reps[0].companiesHeld.count", is(1));
        board(stranger).body("reps", hasSize(0));
        board(User.rep("Without Profile")).body("reps", hasSize(1)).body("reps[0].companiesHeld.count", is(0));
        board(User.manager("Without Profile")).body("reps[0].companiesHeld.count", is(0));
    }

    @Test
    void anAdminNamesTheTeamAndAnybodyElsesTeamIsNotThere() {
        opened("Nordfrakt");

        admin.calls().get(BOARD + "?teamId=" + team).then().statusCode(200).body("reps", hasSize(2));
        admin.calls().get(BOARD).then().statusCode(400).body("errors.pointer", hasItem("?teamId"));
        for (String list : List.of("", "/items")) {
            String query = list + "?list=COMPANIES_HELD&teamId=";
            for (User other : List.of(stranger, anna, User.manager("Without Profile"))) {
                other.calls()
                        .get(BOARD + query + (other == anna ? otherTeam : team))
                        .then()
                        .statusCode(404)
                        .body("code", equalTo("not-found"));
            }
            admin.calls().get(BOARD + query + UUID.randomUUID()).then().statusCode(404);
        }
        stranger.calls()
                .get(BOARD + "/items?list=COMPANIES_HELD&personId=" + anna.id())
                .then()
                .statusCode(200)
                .body("data", hasSize(0));
        ben.calls()
                .get(BOARD + "/items?list=COMPANIES_HELD&personId=" + anna.id())
                .then()
                .body("data", hasSize(0));
    }

    @Test
    void aWrongParameterIsNamed() {
        for (String wrong : List.of(
                "list=LOST",
                "list=",
                "list=FORWARDED&teamId=7",
                "list=FORWARDED&personId=7",
                "list=FORWARDED&limit=0",
                "list=FORWARDED&cursor=x")) {
            String name = wrong.substring(wrong.lastIndexOf('&') + 1).split("=")[0];
            maria.calls()
                    .get(BOARD + "/items?" + wrong)
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("errors.pointer", hasItem("?" + name));
        }
    }

    @Test
    void theNumbersAndThePagesAgreeForEveryListAndRep() {
        for (int number = 0; number < 7; number++) {
            OutreachRef engaged = opened(number % 2 == 0 ? anna : ben, "Engaged " + number);
            story.tell(Story.response(engaged));
            story.move(engaged, "ENGAGED");
            story.move(opened(number % 3 == 0 ? anna : ben, "Follow-up " + number), "FOLLOW_UP_DUE");
            OutreachRef call = opened("Call " + number);
            story.move(call, "READY_TO_CALL");
            fired(call, "CALL_DUE");
        }
        noticed("now()");
        // The same moment for all: pages must not lose any of them.
        jdbi.useHandle(handle -> handle.execute("UPDATE outreach SET open_since = '2026-02-10T00:00:00Z'"));

        for (User rep : List.of(anna, ben)) {
            String entry = "reps.find { it.personId == '" + rep.id() + "' }.";
            for (BoardList list : BoardList.values()) {
                int count = board(maria).extract().path(entry + field(list) + ".count");
                assertThat(pagedItems(list, rep))
                        .as(list + " of " + rep.name())
                        .hasSize(count)
                        .doesNotHaveDuplicates();
            }
        }
        board(maria).body("reps[0].companiesHeld.count", is(14)).body("reps[0].companiesHeld.longest", hasSize(5));
    }

    /** Ten thousand open outreaches of a team, among ten times as many that are closed or of others. */
    @Test
    void aLargeTeamIsReadByIndexes() {
        jdbi.useHandle(handle -> {
            handle.createUpdate("""
                            INSERT INTO outreach (id, round, prospect_id, owner_id, team_id, state, state_version,
                                state_since, open_since)
                            SELECT uuidv7(), 1, uuidv7(), CASE WHEN n % 2 = 0 THEN :anna ELSE :ben END,
                                CASE WHEN n % 11 = 0 THEN :team ELSE CASE WHEN n % 11 < 4 THEN :other ELSE :team END END,
                                CASE WHEN n % 11 BETWEEN 1 AND 10 THEN 'CLOSED' ELSE
                                    (ARRAY['ENGAGED', 'READY_TO_CALL', 'FOLLOW_UP_DUE', 'AWAITING_RESPONSE'])[n % 4 + 1] END,
                                1, now(), now()
                            FROM generate_series(1, 110000) n
                            """)
                    .bind("anna", anna.id())
                    .bind("ben", ben.id())
                    .bind("team", team)
                    .bind("other", otherTeam)
                    .execute();
            handle.execute("""
                    INSERT INTO timer_history (id, outreach_id, kind, round, version, due_at, created_at, ended_as)
                    SELECT uuidv7(), id, 'NEXT_STEP', 1, 0, now(), now(), 'FIRED' FROM outreach
                    """);
            handle.execute("INSERT INTO forward SELECT uuidv7(), id, now() - n % 5000 * interval '1 day' FROM ("
                    + "SELECT id, row_number() OVER () AS n FROM outreach) o");
            handle.execute("ANALYZE outreach, timer_history, forward, person");
        });

        String plan = jdbi.withHandle(handle -> String.join(
                "\n",
                handle.createQuery("EXPLAIN " + ReadBoard.sql(scope()))
                        .bindMethods(scope().visibility())
                        .bind("board", team)
                        .bind("forwardedSince", scope().forwardedSince())
                        .bind("named", 5)
                        .mapTo(String.class)
                        .list()));

        assertThat(plan)
                .contains("outreach_open_of_team", "forward_noticed")
                .doesNotContain("Seq Scan on outreach", "Seq Scan on timer_history", "Seq Scan on forward");
        board(maria).body("reps.companiesHeld.count.sum()", is(10_000));
        jdbi.useHandle(handle -> handle.execute("TRUNCATE forward, timer, timer_history, outreach, reminder"));
    }

    private BoardScope scope() {
        return BoardScope.lastDays(new Visibility(maria.id(), team, false), team, Instant.now(), ZoneOffset.UTC);
    }

    private List<String> pagedItems(BoardList list, User rep) {
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            var page = maria.calls()
                    .get(BOARD + "/items?limit=3&list=" + list + "&personId=" + rep.id() + cursor)
                    .then()
                    .statusCode(200)
                    .extract();
            seen.addAll(page.path("data.outreachId"));
            cursor = page.path("page.hasMore") ? "&cursor=" + page.path("page.nextCursor") : "";
        } while (!cursor.isEmpty());
        return seen;
    }

    private static String field(BoardList list) {
        return switch (list) {
            case COMPANIES_HELD -> "companiesHeld";
            case CALLS_OVERDUE -> "callsOverdue";
            case FOLLOW_UPS_OVERDUE -> "followUpsOverdue";
            case WITHOUT_NEXT_STEP -> "withoutNextStep";
            case FORWARDED -> "forwarded";
        };
    }

    private OutreachRef opened(String company) {
        return opened(anna, company);
    }

    private OutreachRef opened(User owner, String company) {
        OutreachRef ref = Story.ref(owner.id(), team);
        story.awaiting(ref, company);
        return ref;
    }

    private ValidatableResponse board(User reader) {
        return reader.calls().get(BOARD).then().statusCode(200);
    }

    private void noticed(String when) {
        jdbi.useHandle(handle -> handle.execute("UPDATE forward SET noticed_at = " + when));
    }

    private void fired(OutreachRef ref, String kind) {
        jdbi.useHandle(handle -> handle.execute("""
                WITH fired AS (DELETE FROM timer WHERE outreach_id = ? AND kind = ? RETURNING *)
                INSERT INTO timer_history (id, outreach_id, kind, round, version, due_at, created_at, ended_as)
                SELECT id, outreach_id, kind, round, version, due_at, created_at, 'FIRED' FROM fired
                """, ref.outreachId(), kind));
    }

    private static ResponseReceived response(OutreachRef ref, ResponseChannel channel, boolean fromExecutive) {
        ResponseReceived like = Story.response(ref);
        return new ResponseReceived(
                ref,
                like.responseId(),
                channel,
                like.fromName(),
                like.fromAddress(),
                like.fromRole(),
                fromExecutive,
                like.excerpt(),
                like.receivedAt(),
                null,
                null,
                like.newText(),
                null);
    }
}
