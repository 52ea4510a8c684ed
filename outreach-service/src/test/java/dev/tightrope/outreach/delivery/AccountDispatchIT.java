package dev.tightrope.outreach.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tightrope.embedded.SharedParts;
import dev.tightrope.outreach.email.RunningOutreach;
import dev.tightrope.outreach.lifecycle.OutreachState;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A server of one account that hangs holds up nobody else's mail. */
@QuarkusTest
class AccountDispatchIT {
    /** Far less than a hanging server is waited for. */
    private static final Duration AT_ONCE = Duration.ofSeconds(12);
    /** More than there are workers for the configured server. */
    private static final int MANY = 5;

    private final ScriptedSmtpServer hanging = new ScriptedSmtpServer();
    private final ScriptedSmtpServer healthy = new ScriptedSmtpServer();

    @Inject
    Jdbi jdbi;

    @AfterEach
    void stop() {
        hanging.close();
        healthy.close();
    }

    @Test
    void accountsThatHangHoldUpNeitherOtherAccountsNorTheConfiguredServer() {
        hanging.hangs(ScriptedSmtpServer.Step.EHLO);
        List<RunningOutreach> stuck = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            stuck.add(RunningOutreach.voicemailLeft());
            keep(stuck.get(i), hanging.port());
        }
        RunningOutreach other = RunningOutreach.voicemailLeft();
        keep(other, healthy.port());
        RunningOutreach without = RunningOutreach.voicemailLeft();

        stuck.forEach(outreach -> outreach.event(outreach.release()));
        await().atMost(AT_ONCE).until(() -> hanging.connections() == MANY);
        secondMailOf(stuck.get(0));
        other.event(other.release());
        without.event(without.release());

        await().atMost(AT_ONCE).until(() -> other.view().state() == OutreachState.AWAITING_RESPONSE);
        await().atMost(AT_ONCE).until(() -> without.view().state() == OutreachState.AWAITING_RESPONSE);
        assertThat(healthy.accepted()).hasSize(1);
        assertThat(SharedParts.mail().acceptedFor(without.executiveAddress())).hasSize(1);
        assertThat(hanging.connections())
                .as("one conversation for each account, though another mail of one of them is due")
                .isEqualTo(MANY);
    }

    private void secondMailOf(RunningOutreach outreach) {
        QuarkusTransaction.requiringNew()
                .run(() -> jdbi.useHandle(handle -> handle.createUpdate("""
                                INSERT INTO delivery (id, outreach_id, round, recipient, email_version, approved_hash,
                                    sender, rendered, rendered_hash, message_id, reply_token, state, next_attempt_at,
                                    give_up_at, released_at, created_at)
                                SELECT :id, outreach_id, round, 'second@x.example', email_version, approved_hash, sender,
                                    rendered, rendered_hash, CAST(:id AS text), CAST(:id AS text), 'QUEUED', '-infinity', give_up_at,
                                    released_at, created_at
                                FROM delivery WHERE outreach_id = :outreach
                                """)
                        .bind("id", UUID.randomUUID())
                        .bind("outreach", outreach.id())
                        .execute()));
    }

    private static void keep(RunningOutreach outreach, int smtp) {
        outreach.rep()
                .sends(Map.of(
                        "address",
                        "rolf-" + UUID.randomUUID() + "@seller.example",
                        "smtp",
                        Map.of("host", "localhost", "port", smtp, "security", "NONE"),
                        "authentication",
                        "PASSWORD",
                        "password",
                        "s3cret"))
                .put("/api/v1/me/mail-account")
                .then()
                .statusCode(200);
    }
}
