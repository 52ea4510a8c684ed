package dev.tightrope.outreach.outreach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.tightrope.events.ConversationHeld;
import dev.tightrope.events.ConversationOutcome;
import dev.tightrope.events.Referral;
import dev.tightrope.outreach.outreach.Scene.Stage;
import dev.tightrope.outreach.prospect.Appearance;
import dev.tightrope.outreach.prospect.Contact;
import dev.tightrope.outreach.prospect.Contacts;
import dev.tightrope.testing.User;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two who learn of the same person at once: prospect, outreach and contact are locked in that order by everybody. */
@QuarkusTest
class LocksOfContactsIT {
    private static final String ROLE = "Head of maintenance";

    private final User rep = User.rep("Rita Rep");

    @Inject
    Scene scene;

    @Inject
    OutreachStore store;

    @Inject
    Contacts contacts;

    @Inject
    Jdbi jdbi;

    private Stage stage;
    private UUID outreach;
    private UUID contact;

    @BeforeEach
    void aContactOfWhomTheRoleIsNotKnown() {
        stage = scene.stage();
        outreach = scene.opened(rep, stage);
        scene.readyToCall(rep, outreach);
        contact = meet(null).id();
    }

    @Test
    void aReferralWaitsForWhateverHappensToTheOutreach() {
        OutreachView now = scene.view(outreach);
        ConversationHeld held = new ConversationHeld(
                now.ref(),
                scene.newId(),
                ConversationOutcome.REFERRED,
                now.emailVersion(),
                now.emailHash(),
                scene.now(),
                scene.now(),
                null,
                new Referral("Kim Kvist", ROLE, null),
                null);

        whileLocked(() -> store.lock(outreach), () -> {
            QuarkusTransaction.requiringNew().run(() -> scene.handle(held));
            return 200;
        });

        Scene.get(rep, "/contacts/" + contact).body("role", equalTo(ROLE));
    }

    @Test
    void aChangeOfTheContactWaitsForWhateverHappensToTheProspect() {
        int status = whileLocked(
                () -> jdbi.useHandle(
                        handle -> handle.createQuery("SELECT 1 FROM prospect WHERE id = :id FOR NO KEY UPDATE")
                                .bind("id", stage.prospectId())
                                .mapTo(Integer.class)
                                .one()),
                () -> rep.sends(Map.of("prospectId", stage.prospectId(), "name", "Kim Kvist", "role", "Controller"))
                        .header("If-Match", "*")
                        .put("/api/v1/contacts/" + contact)
                        .statusCode());

        assertThat(status).isEqualTo(200);
        Scene.get(rep, "/contacts/" + contact).body("role", equalTo("Controller"));
    }

    /** Somebody who locked something and waits for the contact next. */
    private <T> T whileLocked(Runnable lock, Supplier<T> other) {
        CompletableFuture<T> waited = QuarkusTransaction.requiringNew().call(() -> {
            lock.run();
            CompletableFuture<T> waiting = CompletableFuture.supplyAsync(other);
            await().atMost(Duration.ofSeconds(60)).until(this::somebodyWaitsForALock);
            meet(ROLE);
            return waiting;
        });
        return waited.orTimeout(60, TimeUnit.SECONDS).join();
    }

    private Contact meet(String role) {
        return contacts.meet(stage.prospectId(), "Kim Kvist", role, null, null, Appearance.FORWARD_CHAIN, rep.id());
    }

    private boolean somebodyWaitsForALock() {
        return jdbi.withHandle(
                        handle -> handle.createQuery("""
                        SELECT count(*) FROM pg_stat_activity
                        WHERE datname = current_database() AND wait_event_type = 'Lock'
                        """).mapTo(Integer.class).one())
                > 0;
    }
}
