package dev.tightrope.outreach.outreach;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tightrope.api.ProblemException;
import dev.tightrope.api.Visibility;
import dev.tightrope.api.onetap.OneTap;
import dev.tightrope.api.onetap.OneTapTokens;
import dev.tightrope.outreach.OutboxContents;
import dev.tightrope.outreach.lifecycle.ClosureOutcome;
import dev.tightrope.outreach.lifecycle.OutreachState;
import dev.tightrope.outreach.lifecycle.OutreachTrigger;
import dev.tightrope.outreach.outreach.Scene.Stage;
import dev.tightrope.testing.User;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A manager hands outreaches over: everything follows, and nothing goes out in the name of whom they belonged to. */
@QuarkusTest
class TransferIT {
    private static final String TRANSFERRED = "dev.tightrope.outreach.outreach-transferred.v1";
    private static final String HELD = "dev.tightrope.outreach.company-held.v1";
    private static final String WITHHELD = "dev.tightrope.outreach.email-withheld.v1";

    @Inject
    Scene scene;

    @Inject
    InState inState;

    @Inject
    OutboxContents outbox;

    @Inject
    OutreachMoves moves;

    @Inject
    OutreachStore store;

    @Inject
    OneTapTokens tokens;

    @Inject
    Jdbi jdbi;

    private final User rep = User.rep("Rita Rep");
    private final User heir = User.rep("Hugo Heir");
    private final User manager = User.manager("Mona Manager");
    private final User admin = User.admin("Ada Admin");
    private Stage stage;
    private UUID team;
    private UUID id;

    @BeforeEach
    void oneOutreach() {
        team = scene.teamOf(manager, rep);
        join(heir, team);
        stage = scene.stage();
        id = scene.opened(rep, stage);
    }

    private void join(User member, UUID to) {
        member.calls().get("/api/v1/me").then().statusCode(200);
        admin.sends(Map.of("teamId", to))
                .header("If-Match", "*")
                .put("/api/v1/people/" + member.id() + "/team")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse transfer(User by, UUID outreach, User to) {
        return Scene.post(by, "/outreaches/" + outreach + "/transfer", request(to));
    }

    private static ValidatableResponse transferAll(User by, User from, User to) {
        return Scene.post(by, "/people/" + from.id() + "/transfer", request(to));
    }

    private static Map<String, Object> request(User to) {
        return Map.of("toPersonId", to.id(), "reason", "Rita leaves us");
    }

    @ParameterizedTest
    @EnumSource(
            value = OutreachState.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"SENDING_EMAIL", "CLOSED"})
    void itBelongsToTheOtherRepWithEverythingThatBelongsToIt(OutreachState state) {
        inState.bring(rep, id, state);
        OutreachState after = switch (state) {
            case PREPARING_SCRIPT, READY_TO_CALL -> OutreachState.PREPARING_EMAIL;
            default -> state;
        };

        transfer(manager, id, heir)
                .statusCode(200)
                .body("state", equalTo(after.name()))
                .body("ownerId", equalTo(heir.id().toString()))
                .body("teamId", equalTo(team.toString()));

        Scene.get(rep, "/outreaches/" + id).statusCode(404);
        Scene.get(rep, "/outreaches/" + id + "/history").statusCode(404);
        Scene.get(heir, "/outreaches/" + id).statusCode(200);
        Scene.get(heir, "/outreaches/" + id + "/history")
                .body("data.find { it.trigger == 'TRANSFERRED' }.actorName", equalTo("Mona Manager"))
                .body("data.find { it.trigger == 'TRANSFERRED' }.data.reason", equalTo("Rita leaves us"))
                .body(
                        "data.find { it.trigger == 'TRANSFERRED' }.data.fromPersonId",
                        equalTo(rep.id().toString()));
        Scene.get(rep, "/company-holds?domain=" + stage.domain()).body("data[0].ownerName", equalTo("Hugo Heir"));
        assertThat(outbox.of(TRANSFERRED, id)).singleElement().satisfies(told -> {
            assertThat(told.path("ref").path("ownerId").asText())
                    .isEqualTo(heir.id().toString());
            assertThat(told.path("fromOwnerId").asText()).isEqualTo(rep.id().toString());
            assertThat(told.path("fromOwnerName").asText()).isEqualTo("Rita Rep");
            assertThat(told.path("together").asInt()).isEqualTo(1);
            assertThat(told.path("actedBy").asText()).isEqualTo(manager.id().toString());
        });
        assertThat(owners()).containsExactly(rep.id().toString(), heir.id().toString());
    }

    private List<String> owners() {
        UUID hold = jdbi.withHandle(handle -> handle.createQuery("SELECT id FROM company_hold WHERE outreach_id = :id")
                .bind("id", id)
                .mapTo(UUID.class)
                .one());
        return outbox.of(HELD, hold).stream()
                .map((JsonNode told) -> told.path("ownerId").asText())
                .toList();
    }

    @Test
    void whileThePromisedEmailIsOnItsWayItIsRefused() {
        inState.bring(rep, id, OutreachState.SENDING_EMAIL);

        transfer(manager, id, heir)
                .statusCode(409)
                .body("code", equalTo("not-possible-now"))
                .body("state", equalTo("SENDING_EMAIL"))
                .body("tried", equalTo("TRANSFERRED"))
                .body("mustHappenFirst[0]", containsString("promised e-mail goes first"));
        Scene.get(manager, "/outreaches/" + id)
                .body("ownerId", equalTo(rep.id().toString()))
                .body("next.commands.find { it.command == 'transfer' }.possible", equalTo(false));
        assertThat(outbox.of(TRANSFERRED, id)).isEmpty();
    }

    @Test
    void whatWasApprovedIsVoidAndTheDraftIsSignedByTheNewRep() {
        scene.approveEmail(rep, id);
        Scene.get(rep, "/outreaches/" + id + "/email").body("textBody", containsString("Rita Rep"));

        transfer(manager, id, heir).statusCode(200).body("emailVersion", nullValue());

        Scene.get(heir, "/outreaches/" + id + "/email")
                .body("textBody", containsString("Hugo Heir"))
                .body("textBody", not(containsString("Rita Rep")))
                .body("htmlBody", not(containsString("Rita Rep")))
                .body("from.address", equalTo(heir.email()));
        assertThat(scene.published(id)).containsSubsequence("email-reopened", "outreach-transferred");
        Scene.approval(rep, id).statusCode(404);
        Scene.approval(heir, id).statusCode(200);
    }

    @Test
    void htmlOfTheRepsOwnIsSignedByTheNewRepToo() {
        rep.sends(Map.of(
                        "subject",
                        "Rival",
                        "textBody",
                        "Rita Rep",
                        "htmlBody",
                        "<p><b>Hello</b></p><p>" + html(signature(rep)) + "</p>"))
                .header("If-Match", "*")
                .put("/api/v1/outreaches/" + id + "/email")
                .then()
                .statusCode(200)
                .body("htmlBody", containsString("Rita Rep"));

        transfer(manager, id, heir).statusCode(200);

        Scene.get(heir, "/outreaches/" + id + "/email")
                .body("htmlBody", containsString("<b>Hello</b>"))
                .body("htmlBody", containsString("Hugo Heir"))
                .body("htmlBody", not(containsString("Rita Rep")));
    }

    private String signature(User of) {
        String text = Scene.get(of, "/outreaches/" + id + "/email").extract().path("textBody");
        int from = text.indexOf(of.name());
        int to = text.indexOf("\n\n", from);
        return to < 0 ? text.substring(from) : text.substring(from, to);
    }

    private static String html(String lines) {
        return lines.replace("&", "&amp;").replace("\n", "<br>");
    }

    @Test
    void onlyAManagerOfTheTeamHandsOverAndOnlyWithinIt() {
        User stranger = User.manager("Max Manager");
        User outsider = User.rep("Olga Outsider");
        UUID otherTeam = scene.teamOf(stranger, outsider);

        transfer(rep, id, heir).statusCode(403);
        transfer(heir, id, heir).statusCode(404);
        transfer(stranger, id, outsider).statusCode(404);
        for (User wrong : List.of(outsider, User.rep("Nobody"), rep)) {
            transfer(manager, id, wrong)
                    .statusCode(422)
                    .body("code", equalTo("transfer-target"))
                    .body("errors[0].pointer", equalTo("/toPersonId"))
                    .body("errors[0].message", containsString(wrong.equals(outsider) ? "team" : ""));
        }
        transferAll(rep, rep, heir).statusCode(403);
        transferAll(stranger, rep, outsider).statusCode(403);
        transferAll(manager, rep, outsider).statusCode(422);
        transferAll(manager, rep, rep).statusCode(422);
        transferAll(manager, User.rep("Nobody"), heir).statusCode(404);
        Scene.post(manager, "/outreaches/" + id + "/transfer", Map.of("toPersonId", heir.id()))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/reason"));
        Scene.get(rep, "/outreaches/" + id).statusCode(200);

        transfer(admin, id, outsider).statusCode(200).body("teamId", equalTo(otherTeam.toString()));
        Scene.get(manager, "/outreaches/" + id).statusCode(404);
        Scene.get(stranger, "/outreaches/" + id).statusCode(200);
    }

    @Test
    void aCommandOfTheFormerRepThatWaitedForTheTransferComesTooLate() {
        CompletableFuture<Void> cancelled = QuarkusTransaction.requiringNew().call(() -> {
            store.lock(id);
            CompletableFuture<Void> cancelling = CompletableFuture.runAsync(() -> QuarkusTransaction.requiringNew()
                    .run(() -> moves.command(
                            id,
                            new Visibility(rep.id(), null, false),
                            new Actor(rep.id(), rep.name()),
                            new OutreachTrigger.Cancelled("mine"))));
            await().atMost(Duration.ofSeconds(60)).until(this::somebodyWaitsForALock);
            moves.command(
                    id,
                    new Visibility(manager.id(), team, false),
                    new Actor(manager.id(), manager.name()),
                    new OutreachTrigger.Transferred(rep.id(), heir.id(), team, "she leaves", id, 1));
            return cancelling;
        });

        assertThat(cancelled
                        .handle((done, failed) -> failed)
                        .orTimeout(60, TimeUnit.SECONDS)
                        .join())
                .hasRootCauseInstanceOf(ProblemException.class);
        Scene.get(heir, "/outreaches/" + id).body("state", equalTo("PREPARING_EMAIL"));
    }

    private boolean somebodyWaitsForALock() {
        return jdbi.withHandle(
                        handle -> handle.createQuery("""
                        SELECT count(*) FROM pg_stat_activity
                        WHERE datname = current_database() AND wait_event_type = 'Lock'
                        """).mapTo(Integer.class).one())
                > 0;
    }

    @Test
    void linksInMailsToTheFormerRepAreDead() {
        inState.bring(rep, id, OutreachState.RESPONDED);
        String response =
                Scene.get(rep, "/outreaches/" + id + "/responses").extract().path("data[0].id");
        String link = "/api/v1/one-tap/"
                + tokens.sign(new OneTap(
                                rep.id(),
                                OneTap.Kind.RESPONSE,
                                UUID.fromString(response),
                                scene.now().plus(Duration.ofDays(1))))
                        .orElseThrow();
        given().get(link).then().statusCode(200);

        transfer(manager, id, heir).statusCode(200);

        given().get(link).then().statusCode(404);
        given().contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(Map.of("meaning", "DECLINED"))
                .post(link)
                .then()
                .statusCode(404);
        Scene.get(heir, "/outreaches/" + id).body("state", equalTo("RESPONDED"));
    }

    @Test
    void anEmailThatComesBackLaterIsNotSentAgainInTheFormerRepsName() {
        inState.bring(rep, id, OutreachState.AWAITING_RESPONSE);
        transfer(manager, id, heir).statusCode(200).body("mailOut", equalTo(true));
        scene.event(id, new OutreachTrigger.HardBounce(stage.email(), "5.1.1", "no such user"));

        Scene.post(heir, "/outreaches/" + id + "/executive-correction", Map.of("email", "right@" + stage.domain()))
                .statusCode(200)
                .body("state", equalTo("PREPARING_EMAIL"));

        assertThat(recipients()).containsExactly(stage.email());
        assertThat(outbox.of(WITHHELD, id)).hasSize(1);
        Scene.get(heir, "/outreaches/" + id + "/email")
                .body("textBody", containsString("Hugo Heir"))
                .body("textBody", not(containsString("Rita Rep")));
    }

    private List<String> recipients() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT recipient FROM delivery WHERE outreach_id = :id")
                .bind("id", id)
                .mapTo(String.class)
                .list());
    }

    @Test
    void whoeverIsContestedIsToldWhoHoldsTheCompanyNow() {
        User later = User.rep("Carl Colleague");
        join(later, team);
        Stage other = scene.stage();
        UUID second = scene.opened(later, other);
        manager.sends(Map.of(
                        "overrideReason",
                        "they merged",
                        "name",
                        "Prospect " + other.domain(),
                        "domains",
                        List.of(other.domain()),
                        "parentId",
                        stage.prospectId(),
                        "separate",
                        false))
                .header("If-Match", "*")
                .put("/api/v1/prospects/" + other.prospectId())
                .then()
                .statusCode(200);
        Scene.get(later, "/outreaches/" + second).body("hold.contestedBy", equalTo("Rita Rep"));

        transfer(manager, id, heir).statusCode(200);
        Scene.get(later, "/outreaches/" + second).body("hold.contestedBy", equalTo("Hugo Heir"));

        transfer(manager, second, heir).statusCode(200).body("hold.contested", equalTo(true));
        Scene.approval(heir, second).statusCode(409).body("code", equalTo("company-held"));
    }

    @Test
    void allOfSomebodyWhoLeavesButWhatIsOnItsWayAndWhatEndedForGood() {
        UUID sending = scene.opened(rep, scene.stage());
        inState.bring(rep, sending, OutreachState.SENDING_EMAIL);
        UUID silent = ended(ClosureOutcome.NO_RESPONSE);
        UUID declined = ended(ClosureOutcome.DECLINED);

        transferAll(manager, rep, heir)
                .statusCode(200)
                .body("transferred", equalTo(2))
                .body("left", equalTo(0))
                .body("kept", hasSize(1))
                .body("kept[0].outreachId", equalTo(sending.toString()))
                .body("kept[0].state", equalTo("SENDING_EMAIL"))
                .body("kept[0].detail", containsString("goes first"));

        assertThat(List.of(id, silent, sending, declined))
                .extracting(each -> scene.view(each).ownerId())
                .containsExactly(heir.id(), heir.id(), rep.id(), rep.id());
        assertThat(List.of(outbox.of(TRANSFERRED, id), outbox.of(TRANSFERRED, silent)))
                .allSatisfy(told -> assertThat(told)
                        .singleElement()
                        .satisfies(
                                one -> assertThat(one.path("together").asInt()).isEqualTo(2)))
                .extracting(told -> told.get(0).path("transferId").asText())
                .containsOnly(
                        outbox.of(TRANSFERRED, id).get(0).path("transferId").asText());
        transferAll(manager, rep, heir).statusCode(200).body("transferred", equalTo(0));
    }

    private UUID ended(ClosureOutcome outcome) {
        UUID one = scene.opened(rep, scene.stage());
        inState.bring(rep, one, OutreachState.FOLLOW_UP_DUE);
        Scene.post(rep, "/outreaches/" + one + "/closure", Map.of("outcome", outcome.name()))
                .statusCode(200);
        return one;
    }

    @Test
    void hundredsAreHandedOverInSeveralCalls() {
        List<UUID> all = new ArrayList<>(List.of(id));
        while (all.size() < TransferOutreaches.AT_ONCE + 5) {
            all.add(scene.opened(rep, scene.stage()));
        }

        transferAll(manager, rep, heir)
                .statusCode(200)
                .body("transferred", equalTo(TransferOutreaches.AT_ONCE))
                .body("left", equalTo(5));
        transferAll(manager, rep, heir)
                .statusCode(200)
                .body("transferred", equalTo(5))
                .body("left", equalTo(0));

        assertThat(all)
                .allSatisfy(each -> assertThat(scene.view(each).ownerId()).isEqualTo(heir.id()));
    }
}
