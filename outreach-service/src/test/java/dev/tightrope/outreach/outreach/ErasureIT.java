package dev.tightrope.outreach.outreach;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.tightrope.outreach.OutboxContents;
import dev.tightrope.outreach.outreach.Scene.Stage;
import dev.tightrope.testing.User;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Of a person who is erased nothing is left in the database but a hash, and nobody contacts them again. */
@QuarkusTest
class ErasureIT {
    @Inject
    Scene scene;

    @Inject
    Jdbi jdbi;

    @Inject
    OutboxContents outbox;

    private final User rep = User.rep("Rita Rep");
    private final User admin = User.admin("Root");
    private Stage stage;
    private String name;
    private String first;

    @BeforeEach
    void anExecutiveWithANameOfTheirOwn() {
        stage = scene.stage();
        first = "Xq" + stage.executiveId().toString().substring(24);
        name = first + " Zett";
        jdbi.useHandle(
                handle -> handle.execute("UPDATE executive SET name = ? WHERE id = ?", name, stage.executiveId()));
    }

    @Test
    void nothingOfThemIsLeftAnywhereButAHash() {
        UUID outreach = everythingThatCanBeKept();
        assertThat(tablesWith(stage.email()))
                .contains("executive", "contact", "delivery", "inbound_message", "response");
        assertThat(tablesWith(name))
                .contains("executive", "email", "email_approval", "idempotency_key", "outbox_event")
                .contains("company_hold", "outreach_history", "parked_message");

        erase(admin)
                .statusCode(200)
                .body("executiveIds", contains(stage.executiveId().toString()))
                .body("outreachIds", contains(outreach.toString()));

        assertThat(tablesWith(stage.email())).isEmpty();
        assertThat(tablesWith(name)).isEmpty();
        assertThat(tablesWith(first)).isEmpty();
        assertThat(tablesWith(stage.phone())).isEmpty();
        assertThat(outbox.of("dev.tightrope.outreach.executive-erased.v1", stage.executiveId()))
                .singleElement()
                .satisfies(told ->
                        assertThat(told.path("outreachIds").path(0).asText()).isEqualTo(outreach.toString()));
    }

    @Test
    void whatIsLeftCanStillBeRead() {
        UUID outreach = everythingThatCanBeKept();
        erase(admin).statusCode(200);

        Scene.get(rep, "/executives/" + stage.executiveId())
                .statusCode(200)
                .body("name", equalTo("Erased person"))
                .body("email", nullValue());
        for (String what :
                List.of("", "/email", "/history", "/responses", "/deliveries", "/briefing", "/forward-chain")) {
            Scene.get(rep, "/outreaches/" + outreach + what).statusCode(200);
        }
        Scene.get(rep, "/inbound-messages?outreachId=" + outreach).statusCode(200);
        Scene.get(rep, "/contacts?prospectId=" + stage.prospectId())
                .statusCode(200)
                .body("data.name", hasItem("Erased person"));
        erase(admin).statusCode(200);
    }

    @Test
    void theyAreNotContactedAgainUnderAnyRecord() {
        everythingThatCanBeKept();
        erase(admin).statusCode(200);

        Scene.get(rep, "/suppressions?value=" + stage.email())
                .body("data", hasSize(1))
                .body("data[0].value", startsWith("sha256:"));
        Scene.post(
                        rep,
                        "/suppressions",
                        Map.of("kind", "EMAIL", "value", stage.email(), "reason", "again", "source", "mail"))
                .statusCode(201)
                .body("value", startsWith("sha256:"));
        UUID anew = scene.executive(stage.prospectId(), stage.email().toUpperCase(Locale.ROOT), "+46701740999", "YES");
        Stage again =
                new Stage(stage.prospectId(), anew, stage.storyId(), stage.domain(), stage.email(), "+46701740999");
        Scene.post(rep, "/outreaches", again.opening())
                .statusCode(422)
                .body("errors.message", hasItem(containsString("suppress")));
        rep.sends(Map.of("prospectId", stage.prospectId(), "name", name))
                .header("If-Match", "*")
                .put("/api/v1/executives/" + stage.executiveId())
                .then()
                .statusCode(404);
    }

    @Test
    void whileAnOutreachIsOpenItIsRefusedAndSaysWhatToDo() {
        UUID outreach = scene.opened(rep, stage);

        erase(admin)
                .statusCode(409)
                .body("code", equalTo("executive-in-use"))
                .body("state", equalTo("PREPARING_EMAIL"))
                .body("tried", equalTo("EXECUTIVE_ERASED"))
                .body("outreachIds", contains(outreach.toString()))
                .body("mustHappenFirst[0]", containsString("/outreaches/" + outreach + "/closure"));
        assertThat(tablesWith(name)).contains("executive");
    }

    @Test
    void onlyAnAdministratorErases() {
        erase(rep).statusCode(403);
        erase(User.manager("Maj Holm")).statusCode(403);
        Scene.post(admin, "/executives/" + UUID.randomUUID() + "/erasure", Map.of())
                .statusCode(404);
    }

    /** A closed outreach whose mail went out, was answered by mail and by phone, and left traces wherever it can. */
    private UUID everythingThatCanBeKept() {
        UUID outreach = scene.opened(rep, stage);
        scene.wait(rep, outreach);
        jdbi.useHandle(handle -> {
            handle.execute(
                    "UPDATE delivery SET state = 'SENT', reason = ?, settled_at = now() WHERE outreach_id = ?",
                    "told " + stage.email(),
                    outreach);
            handle.execute("UPDATE email_approval SET void_reason = ? WHERE outreach_id = ?", name, outreach);
            handle.execute("UPDATE company_hold SET override_reason = ? WHERE outreach_id = ?", name, outreach);
            handle.execute("""
                    INSERT INTO outreach_history (id, outreach_id, round, at, actor_name, trigger, applied, cause, to_state, data)
                    VALUES (gen_random_uuid(), ?, 1, now(), 'voicemail-service', 'HOMEWORK_CHANGED', true, '', 'CLOSED',
                        jsonb_build_object('lookedUp', jsonb_build_array('https://people.example/' || ?)))""", outreach, name);
            handle.execute("""
                    INSERT INTO parked_message (topic, partition, log_offset, record_time, key, event_id, value, header_names,
                        header_values, reason, error, attempts)
                    VALUES ('voicemail', 0, 0, 0, ?, gen_random_uuid(), convert_to(?, 'UTF8'), '{}', '{}', 'FAILED', ?, 1)""", outreach.toString(), name, name);
            handle.execute("INSERT INTO bounced_address (address, bounced_at) VALUES (?, now())", stage.email());
        });
        rep.sends(Map.of(
                        "channel",
                        "PHONE",
                        "from",
                        Map.of("name", name, "phone", stage.phone()),
                        "text",
                        name + " asks to be called"))
                .header("Idempotency-Key", "answer-" + stage.executiveId())
                .post("/api/v1/outreaches/" + outreach + "/responses")
                .then()
                .statusCode(201);
        String messageId =
                jdbi.withHandle(handle -> handle.createQuery("SELECT message_id FROM delivery WHERE outreach_id = ?")
                        .bind(0, outreach)
                        .mapTo(String.class)
                        .one());
        given().auth()
                .oauth2(admin.token())
                .header("Content-Type", "message/rfc822")
                .body("""
                        From: %s <%s>
                        To: rita@seller.example
                        Subject: From %s
                        Message-ID: <%s@theirs.example>
                        In-Reply-To: %s
                        Date: Mon, 2 Mar 2026 10:00:00 +0100

                        Thank you, %s
                        """.formatted(name, stage.email(), name, outreach, messageId, name)
                        .replace("\n", "\r\n")
                        .getBytes(UTF_8))
                .post("/api/v1/inbound-messages")
                .then()
                .statusCode(201);
        Scene.post(rep, "/contacts", Map.of("prospectId", stage.prospectId(), "name", name, "email", stage.email()))
                .statusCode(201);
        Scene.post(rep, "/contacts", Map.of("prospectId", stage.prospectId(), "name", name, "phone", stage.phone()))
                .statusCode(201);
        Scene.post(
                        rep,
                        "/outreaches/" + outreach + "/closure",
                        Map.of("outcome", "CANCELLED", "reason", name + " left"))
                .statusCode(200);
        Scene.post(
                        rep,
                        "/suppressions",
                        Map.of("kind", "EMAIL", "value", stage.email(), "reason", name + " asked", "source", "mail"))
                .statusCode(201);
        await().untilAsserted(() -> assertThat(unpublished()).isZero());
        return outreach;
    }

    private ValidatableResponse erase(User user) {
        return Scene.post(user, "/executives/" + stage.executiveId() + "/erasure", Map.of());
    }

    private int unpublished() {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT count(*) FROM outbox_event WHERE published_at IS NULL")
                        .mapTo(Integer.class)
                        .one());
    }

    /** Every table of the database is searched, as text and within bytes. */
    private List<String> tablesWith(String words) {
        return jdbi.withHandle(handle -> {
            List<String> found = new ArrayList<>();
            for (String table : handle.createQuery(
                            "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename")
                    .mapTo(String.class)
                    .list()) {
                if (handle.createQuery("SELECT EXISTS (SELECT 1 FROM \"" + table
                                + "\" t WHERE t::text ILIKE '%' || ? || '%' OR t::text LIKE '%' || ? || '%')")
                        .bind(0, words)
                        .bind(1, HexFormat.of().formatHex(words.getBytes(UTF_8)))
                        .mapTo(Boolean.class)
                        .one()) {
                    found.add(table);
                }
            }
            return found;
        });
    }
}
