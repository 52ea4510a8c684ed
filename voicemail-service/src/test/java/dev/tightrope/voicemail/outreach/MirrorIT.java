package dev.tightrope.voicemail.outreach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.tightrope.events.ExecutiveCorrected;
import dev.tightrope.events.OutreachMoved;
import dev.tightrope.events.OutreachOpened;
import dev.tightrope.events.OutreachRef;
import dev.tightrope.testing.User;
import dev.tightrope.voicemail.OutreachServiceStandIn;
import dev.tightrope.voicemail.StagedOutreach;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class MirrorIT {
    private static final Instant AT = Instant.parse("2026-03-02T08:00:00Z");

    @Inject
    OutreachServiceStandIn outreachService;

    @Inject
    Outreaches outreaches;

    @Inject
    Jdbi jdbi;

    private final User rep = User.rep("Anna Berg");

    @ParameterizedTest
    @ValueSource(strings = {"homework", "scripts", "call-attempts?outreachId="})
    void whatHasNotArrivedIsNotFoundYet(String resource) {
        String path = "/api/v1/" + resource + (resource.endsWith("=") ? "" : "/") + UUID.randomUUID();

        rep.calls()
                .get(path)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .header("Retry-After", "1")
                .body("detail", containsString("may still be on its way"));
    }

    @Test
    void theOrderOfTheFirstEventsDoesNotMatter() {
        UUID id = UUID.randomUUID();
        OutreachRef ref = new OutreachRef(id, 1, UUID.randomUUID(), rep.id(), null);
        StagedOutreach facts = StagedOutreach.opened(outreachService, rep, null);

        outreachService.tells(new OutreachMoved(ref, null, "PREPARING_EMAIL", 1, "opened", AT));
        assertThat(outreaches.find(id)).isEmpty();
        outreachService.tells(new OutreachOpened(ref, "Pulp", null, facts.executive(), AT));

        assertThat(outreaches.find(id)).hasValueSatisfying(outreach -> {
            assertThat(outreach.standing()).isEqualTo("PREPARING_EMAIL");
            assertThat(outreach.ref()).isEqualTo(ref);
        });
    }

    @Test
    void anEventDeliveredAgainChangesNothing() {
        StagedOutreach outreach = StagedOutreach.prepared(outreachService, rep, null);
        String version = outreach.script().header("ETag");
        long last = outreachService.lastSequence(outreach.id());
        OutreachMoved early = new OutreachMoved(outreach.ref(), "X", "CLOSED", 1, "late", AT);
        for (int i = 0; i < 5; i++) {
            outreachService.send(early, UUID.randomUUID(), last - 1);
        }
        outreach.moves("PREPARING_SCRIPT");

        outreach.script().then().statusCode(200).header("ETag", version);
        assertThat(outreaches.find(outreach.id()).orElseThrow().standing()).isEqualTo("PREPARING_SCRIPT");
    }

    @Test
    void aCorrectedNumberIsTheOneToCall() {
        StagedOutreach outreach = StagedOutreach.readyToCall(outreachService, rep, null);
        outreach.renumbered("+46709998877");
        outreachService.tells(new ExecutiveCorrected(outreach.ref(), outreach.executive(), AT));

        outreach.attempt("NO_ANSWER").then().statusCode(201).body("phone", equalTo("+46709998877"));
    }

    @Test
    void anotherOwnerTakesItOverWithTheNextEvent() {
        User colleague = User.rep("Bo Ek");
        StagedOutreach outreach = StagedOutreach.opened(outreachService, rep, null);
        OutreachRef given = new OutreachRef(outreach.id(), 1, outreach.ref().prospectId(), colleague.id(), null);
        outreachService.tells(new OutreachMoved(given, "PREPARING_EMAIL", "PREPARING_EMAIL", 2, "transferred", AT));

        rep.calls().get("/api/v1/homework/" + outreach.id()).then().statusCode(404);
        colleague.calls().get("/api/v1/homework/" + outreach.id()).then().statusCode(200);
    }

    @Test
    void anEventFromBeforeItsOwnerChangedTeamsTakesItBackToNoFormerTeam() {
        UUID former = UUID.randomUUID();
        UUID next = UUID.randomUUID();
        User formerManager = User.manager("Maria Ek");
        User manager = User.manager("Nils Dal");
        outreachService.knows(formerManager, former);
        outreachService.knows(manager, next);
        outreachService.knows(rep, former);
        StagedOutreach outreach = StagedOutreach.opened(outreachService, rep, former);
        outreachService.knows(rep, next);

        outreach.moves("PREPARING_SCRIPT");

        formerManager.calls().get("/api/v1/homework/" + outreach.id()).then().statusCode(404);
        manager.calls().get("/api/v1/homework/" + outreach.id()).then().statusCode(200);
        StagedOutreach late = StagedOutreach.opened(outreachService, rep, former);
        formerManager.calls().get("/api/v1/homework/" + late.id()).then().statusCode(404);
        manager.calls().get("/api/v1/homework/" + late.id()).then().statusCode(200);
    }

    @Test
    void aTeamAnEventTellsCountsUntilTheProfileArrives() {
        UUID team = UUID.randomUUID();
        User manager = User.manager("Maria Ek");
        outreachService.knows(manager, team);
        StagedOutreach outreach = StagedOutreach.opened(outreachService, rep, team);
        manager.calls().get("/api/v1/homework/" + outreach.id()).then().statusCode(200);

        outreachService.knows(rep, null);

        manager.calls().get("/api/v1/homework/" + outreach.id()).then().statusCode(404);
    }

    @Test
    void anEventThatMeetsAChangeOfTeamWaitsForIt() {
        UUID former = UUID.randomUUID();
        UUID next = UUID.randomUUID();
        outreachService.knows(rep, former);
        StagedOutreach outreach = StagedOutreach.opened(outreachService, rep, former);

        UUID event = QuarkusTransaction.requiringNew().call(() -> {
            jdbi.useHandle(
                    handle -> handle.execute("update person set team_id = ? where person_id = ?", next, rep.id()));
            jdbi.useHandle(
                    handle -> handle.execute("update outreach set team_id = ? where owner_id = ?", next, rep.id()));
            UUID published = outreachService.publish(
                    new OutreachMoved(outreach.ref(), "PREPARING_EMAIL", "PREPARING_SCRIPT", 2, "test", AT));
            await().atMost(Duration.ofSeconds(30)).until(this::somebodyWaits);
            return published;
        });
        outreachService.awaitHandled(event);

        assertThat(outreaches.find(outreach.id()).orElseThrow().ref().teamId()).isEqualTo(next);
    }

    private boolean somebodyWaits() {
        return jdbi.withHandle(
                        handle -> handle.createQuery("""
                        select count(*) from pg_locks l join pg_stat_activity a on a.pid = l.pid
                        where not l.granted and a.datname = current_database()
                        """).mapTo(Integer.class).one())
                > 0;
    }

    @Test
    void theServiceIsReadyWithItsDatabase() {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> io.restassured.RestAssured.get("/q/health/ready")
                        .then()
                        .statusCode(200)
                        .body("checks.name", org.hamcrest.Matchers.hasItem(containsString("Database"))));
    }
}
