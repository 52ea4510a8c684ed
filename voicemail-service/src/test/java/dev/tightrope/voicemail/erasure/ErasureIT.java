package dev.tightrope.voicemail.erasure;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.tightrope.events.EmailWithheld;
import dev.tightrope.events.ExecutiveCorrected;
import dev.tightrope.events.ExecutiveErased;
import dev.tightrope.events.SuppressionAdded;
import dev.tightrope.events.SuppressionKind;
import dev.tightrope.events.SuppressionLifted;
import dev.tightrope.testing.User;
import dev.tightrope.voicemail.OutreachServiceStandIn;
import dev.tightrope.voicemail.StagedOutreach;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** Of an executive who is erased nothing is left here, neither in the database nor on the disk, and nothing comes back. */
@QuarkusTest
class ErasureIT {
    private static final Instant AT = Instant.parse("2026-03-02T08:30:00Z");
    /** One frame after the other of silence in AMR, which nobody else in these tests keeps. */
    private static final byte[] AUDIO = ("#!AMR\n" + ("\u003c" + "\0".repeat(31)).repeat(3)).getBytes(ISO_8859_1);

    @Inject
    OutreachServiceStandIn outreachService;

    @Inject
    ErasedOutreaches erased;

    @Inject
    Jdbi jdbi;

    @ConfigProperty(name = "tightrope.recordings.directory")
    Path recordings;

    private final User rep = User.rep("Anna Berg");

    @Test
    void scriptsNotesReferralsAndRecordingsGo() throws IOException {
        StagedOutreach outreach = StagedOutreach.readyToCall(outreachService, rep, null);
        String mark = "Zz" + outreach.id().toString().substring(24);
        UUID attempt = StagedOutreach.idOf(rep.sends(Map.of(
                        "outreachId",
                        outreach.id(),
                        "outcome",
                        "REFERRED",
                        "notes",
                        mark + " sounded tired",
                        "referredTo",
                        Map.of("name", mark + " Lund", "role", "assistant", "phone", "+46701740699")))
                .header("Idempotency-Key", mark)
                .post("/api/v1/call-attempts"));
        given().auth()
                .oauth2(rep.token())
                .header("Content-Type", "audio/amr")
                .body(AUDIO)
                .put("/api/v1/call-attempts/" + attempt + "/recording")
                .then()
                .statusCode(200);
        String file = fileOf(attempt);
        park(outreach, mark);
        outreachService.publish(
                new SuppressionAdded(UUID.randomUUID(), SuppressionKind.PHONE, outreach.phone(), mark + " asked"));
        await().untilAsserted(() -> assertThat(unpublished()).isZero());
        assertThat(tablesWith(mark)).contains("call_attempt", "idempotency_key", "outbox_event", "parked_message");
        assertThat(tablesWith(outreach.phone())).contains("outreach", "call_attempt");
        assertThat(recordings.resolve(file)).exists();

        erase(outreach);

        assertThat(tablesWith(mark)).containsOnly("suppression");
        assertThat(tablesWith(outreach.phone())).containsOnly("suppression");
        assertThat(textOf("outreach", outreach)).doesNotContain("Sture", "CEO", "sv");
        assertThat(textOf("script", outreach)).doesNotContain("Sture", "Lindqvist");
        assertThat(rowsOf("homework", outreach)).isEmpty();
        await().untilAsserted(() -> assertThat(recordings.resolve(file)).doesNotExist());
        rep.calls()
                .get("/api/v1/call-attempts/" + attempt)
                .then()
                .statusCode(200)
                .body("outcome", equalTo("REFERRED"))
                .body("notes", nullValue())
                .body("recordingType", nullValue());
    }

    @Test
    void aSuppressionIsKnownByTheHashThatTakesItsPlace() {
        StagedOutreach outreach = StagedOutreach.readyToCall(outreachService, rep, null);
        UUID suppression = UUID.randomUUID();
        outreachService.tells(new SuppressionAdded(suppression, SuppressionKind.PHONE, outreach.phone(), "They asked"));
        outreachService.tells(new SuppressionAdded(
                suppression, SuppressionKind.PHONE, "sha256:" + sha256(outreach.phone()), "Erased on request"));

        assertThat(tablesWith(outreach.phone())).doesNotContain("suppression");
        outreach.attempt("VOICEMAIL_LEFT").then().statusCode(409).body("code", equalTo("suppressed"));
    }

    @Test
    void ofALiftedSuppressionNeitherValueNorReasonIsLeft() {
        UUID suppression = UUID.randomUUID();
        String mark = "Zz" + suppression.toString().substring(24);
        outreachService.tells(
                new SuppressionAdded(suppression, SuppressionKind.PHONE, "+46701740111", mark + " asked"));
        outreachService.tells(new SuppressionLifted(suppression, SuppressionKind.PHONE, "+46701740111"));
        outreachService.tells(new SuppressionLifted(suppression, SuppressionKind.PHONE, "sha256:00"));

        assertThat(tablesWith(mark)).isEmpty();
    }

    @Test
    void whatComesLateIsEmptiedToo() {
        StagedOutreach outreach = StagedOutreach.readyToCall(outreachService, rep, null);
        erase(outreach);
        outreachService.tells(new ExecutiveCorrected(outreach.ref(), outreach.executive(), AT));
        assertThat(textOf("outreach", outreach)).contains("Sture");

        erased.emptyAll();

        assertThat(textOf("outreach", outreach)).doesNotContain("Sture", outreach.phone());
    }

    @Test
    void aReasonThatComesLateIsEmptiedAndThenNothingIsTouchedAnyMore() {
        StagedOutreach outreach = StagedOutreach.readyToCall(outreachService, rep, null);
        UUID attempt = outreach.attempted("VOICEMAIL_LEFT");
        erase(outreach);
        outreachService.tells(new EmailWithheld(outreach.ref(), attempt, "Sture wrote first.", AT, "REOPENED"));
        assertThat(textOf("call_attempt", outreach)).contains("Sture");

        erased.emptyAll();

        assertThat(textOf("call_attempt", outreach)).doesNotContain("Sture").contains("Erased with the executive.");
        List<String> written = versions(outreach);
        erased.emptyAll();
        assertThat(versions(outreach)).isEqualTo(written);
    }

    @Test
    void aRecordingThatIsBeingStoredMeanwhileIsNotKept() {
        StagedOutreach outreach = StagedOutreach.readyToCall(outreachService, rep, null);
        UUID attempt = outreach.attempted("VOICEMAIL_LEFT");
        UUID pending = UUID.randomUUID();
        jdbi.useHandle(handle -> handle.execute("""
                insert into recording (recording_id, attempt_id, status, media_type, size, sha256, uploaded_by, created_at)
                values (?, ?, 'PENDING', 'audio/wav', 1, '', ?, clock_timestamp())""", pending, attempt, rep.id()));

        erase(outreach);

        assertThat(jdbi.<String, RuntimeException>withHandle(
                        handle -> handle.createQuery("select status from recording where recording_id = ?")
                                .bind(0, pending)
                                .mapTo(String.class)
                                .one()))
                .isEqualTo("GOING");
    }

    private void erase(StagedOutreach outreach) {
        outreachService.tells(new ExecutiveErased(outreach.executive().executiveId(), List.of(outreach.id()), AT));
    }

    private String fileOf(UUID attempt) {
        return jdbi.withHandle(handle -> handle.createQuery("select recording_id from recording where attempt_id = ?")
                .bind(0, attempt)
                .mapTo(String.class)
                .one());
    }

    private String textOf(String table, StagedOutreach outreach) {
        assertThat(rowsOf(table, outreach)).hasSize(1);
        return rowsOf(table, outreach).get(0);
    }

    private List<String> rowsOf(String table, StagedOutreach outreach) {
        return jdbi.withHandle(handle -> handle.createQuery("select t::text from " + table + " t where outreach_id = ?")
                .bind(0, outreach.id())
                .mapTo(String.class)
                .list());
    }

    /** Which transaction wrote each row last. */
    private List<String> versions(StagedOutreach outreach) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select xmin::text from outreach where outreach_id = :id
                        union all select xmin::text from script where outreach_id = :id
                        union all select xmin::text from call_attempt where outreach_id = :id""")
                .bind("id", outreach.id())
                .mapTo(String.class)
                .list());
    }

    private void park(StagedOutreach outreach, String words) {
        jdbi.useHandle(handle -> handle.execute("""
                insert into parked_message (topic, partition, log_offset, record_time, key, value, header_names,
                    header_values, reason, error, attempts)
                values ('outreach', 0, 0, 0, ?, convert_to(?, 'UTF8'), '{}', '{}', 'FAILED', ?, 1)""", outreach.id().toString(), words, words));
    }

    private int unpublished() {
        return jdbi.withHandle(
                handle -> handle.createQuery("select count(*) from outbox_event where published_at is null")
                        .mapTo(Integer.class)
                        .one());
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(ISO_8859_1)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Every table of the database is searched, as text and within bytes. */
    private List<String> tablesWith(String words) {
        return jdbi.withHandle(handle -> {
            List<String> found = new ArrayList<>();
            for (String table : handle.createQuery("select tablename from pg_tables where schemaname = 'public'")
                    .mapTo(String.class)
                    .list()) {
                if (handle.createQuery("select exists (select 1 from " + table
                                + " t where t::text ilike '%' || ? || '%' or t::text like '%' || ? || '%')")
                        .bind(0, words)
                        .bind(1, HexFormat.of().formatHex(words.getBytes(ISO_8859_1)))
                        .mapTo(Boolean.class)
                        .one()) {
                    found.add(table);
                }
            }
            return found;
        });
    }
}
