package dev.tightrope.outreach.hold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tightrope.outreach.prospect.CompanyChanged;
import dev.tightrope.outreach.time.Ids;
import dev.tightrope.testing.User;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** An outreach closes, and releases its company, while holds follow what counts as one company. */
@QuarkusTest
class HoldsFollowWhileReleasedIT {
    private final User rep = User.rep("Rita Rep");

    @Inject
    CompanyHolds holds;

    @Inject
    Ids ids;

    @Inject
    Jdbi jdbi;

    @Test
    void whatWasReleasedMeanwhileGetsNothingBack() {
        UUID prospect = prospect();
        Hold closing = taken(prospect);

        CompletableFuture<Void> following = QuarkusTransaction.requiringNew().call(() -> {
            holds.release(closing.outreachId());
            CompletableFuture<Void> waiting = CompletableFuture.runAsync(() -> follow(prospect));
            await().atMost(Duration.ofSeconds(60)).until(this::somebodyWaitsForAKey);
            return waiting;
        });
        following.orTimeout(60, TimeUnit.SECONDS).join();

        assertThat(keys(closing)).as("a released hold has no key").isZero();
        assertThat(taken(prospect).exclusive()).as("the company is free").isTrue();
    }

    @Test
    void whatTheOtherPartHadToShareIsItsOwnAfterwards() {
        UUID prospect = prospect();
        Hold closing = taken(prospect);
        Hold sharing = QuarkusTransaction.requiringNew()
                .call(() -> holds.take(request(prospect), new HoldOverride(rep.id(), "both know")));

        CompletableFuture<Void> following = QuarkusTransaction.requiringNew().call(() -> {
            holds.release(closing.outreachId());
            CompletableFuture<Void> waiting = CompletableFuture.runAsync(() -> follow(prospect));
            await().atMost(Duration.ofSeconds(60)).until(this::somebodyWaitsForAKey);
            return waiting;
        });
        following.orTimeout(60, TimeUnit.SECONDS).join();

        assertThat(holds.ofCompany(prospect)).singleElement().satisfies(left -> {
            assertThat(left.id()).isEqualTo(sharing.id());
            assertThat(left.exclusive()).isTrue();
        });
    }

    private void follow(UUID prospect) {
        QuarkusTransaction.requiringNew()
                .run(() -> holds.follow(new CompanyChanged(Set.of(prospect), rep.id(), rep.name(), null)));
    }

    private Hold taken(UUID prospect) {
        return QuarkusTransaction.requiringNew().call(() -> holds.take(request(prospect), null));
    }

    private HoldRequest request(UUID prospect) {
        return new HoldRequest(ids.next(), prospect, rep.id(), rep.name());
    }

    private UUID prospect() {
        String name = "Held " + UUID.randomUUID();
        return UUID.fromString(
                rep.sends(Map.of("name", name, "domains", List.of(UUID.randomUUID() + ".example"), "country", "SE"))
                        .post("/api/v1/prospects")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id"));
    }

    private int keys(Hold hold) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT count(*) FROM company_hold_key WHERE hold_id = :hold")
                        .bind("hold", hold.id())
                        .mapTo(Integer.class)
                        .one());
    }

    private boolean somebodyWaitsForAKey() {
        return jdbi.withHandle(
                        handle -> handle.createQuery("""
                        SELECT count(*) FROM pg_stat_activity
                        WHERE datname = current_database() AND wait_event_type = 'Lock' AND wait_event = 'advisory'
                        """).mapTo(Integer.class).one())
                > 0;
    }
}
