package dev.tightrope.outreach.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tightrope.outreach.email.RunningOutreach;
import dev.tightrope.outreach.lifecycle.OutreachState;
import dev.tightrope.outreach.lifecycle.OutreachTrigger;
import dev.tightrope.outreach.outreach.Outreaches;
import dev.tightrope.testing.User;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What is said in one outreach may touch an older one. Something else that happens to both locks them by their ids: the two
 * wait for each other instead of deadlocking.
 */
@QuarkusTest
class LocksOfAnswersIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final User PROVIDER = User.admin("Provider Hook");
    private static final String STOP = "Please do not contact me or anyone at our company again.";

    @Inject
    Outreaches outreaches;

    @Inject
    Jdbi jdbi;

    private RunningOutreach older;
    private RunningOutreach asked;

    @BeforeEach
    void theOlderOnesExecutiveHasAnAddressAtTheOtherCompany() {
        older = waiting();
        asked = waiting();
        jdbi.useHandle(handle -> handle.createUpdate("UPDATE executive SET email = :email WHERE id = :id")
                .bind("email", "boss." + UUID.randomUUID() + "@" + domain())
                .bind("id", older.view().executiveId())
                .execute());
    }

    @Test
    void anOptOutTheRepReadsOutOfAnAnswer() {
        String response = asked.rep()
                .sends(Map.of("channel", "PHONE", "from", Map.of("name", "Bo Berg"), "text", "Leave us alone"))
                .post("/api/v1/outreaches/" + asked.id() + "/responses")
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        int status = whileBothAreLockedInTheirOrder(() -> asked.rep()
                .sends(Map.of("meaning", "OPTED_OUT", "wholeCompany", true))
                .post("/api/v1/outreaches/" + asked.id() + "/responses/" + response + "/disposition")
                .statusCode());

        assertThat(status).isEqualTo(200);
        assertThat(asked.view().state()).isEqualTo(OutreachState.CLOSED);
        assertThat(older.view().state())
                .as("a colleague's word ends no outreach of somebody else")
                .isEqualTo(OutreachState.AWAITING_RESPONSE);
        assertThat(older.published()).contains("dev.tightrope.outreach.attention-needed.v1");
    }

    @Test
    void anOptOutInAMessageOfTheReviewList() {
        String message = take();
        assertThat(asked.view().state()).isEqualTo(OutreachState.AWAITING_RESPONSE);

        int status = whileBothAreLockedInTheirOrder(() -> asked.rep()
                .sends(Map.of("outreachId", asked.id()))
                .post("/api/v1/inbound-messages/" + message + "/confirmation")
                .statusCode());

        assertThat(status).isEqualTo(200);
        bothAreClosed();
    }

    /** Their address is put on the list before their number is, and only the number stands for the older one, too. */
    @Test
    void anOptOutByMailOfWhoeverSharesTheirNumberWithAnother() {
        jdbi.useHandle(handle -> handle.createUpdate("UPDATE executive SET phone = :phone WHERE id = :id")
                .bind("phone", asked.phone())
                .bind("id", older.view().executiveId())
                .execute());

        int status = whileBothAreLockedInTheirOrder(() -> post(("From: <" + asked.executiveAddress()
                        + ">\r\nTo: x@seller.example\r\nSubject: Re: heat\r\nMessage-ID: <" + UUID.randomUUID()
                        + "@x.example>\r\nIn-Reply-To: " + messageId() + "\r\n\r\nPlease do not contact me again.\r\n")
                .getBytes(StandardCharsets.UTF_8)));

        assertThat(status).isEqualTo(201);
        assertThat(asked.view().state()).isEqualTo(OutreachState.CLOSED);
    }

    @Test
    void aLateAnswerByMailToOneWhoseCompanyIsHeldByAnother() {
        theOlderOneHoldsTheCompanyOfTheOtherThatIsClosed();

        int status = whileBothAreLockedInTheirOrder(
                () -> post(mail("Re: heat", "In-Reply-To: " + messageId() + "\r\n", "Is it too late?")));

        assertThat(status).isEqualTo(201);
        bothAreToldOfTheAnswer();
    }

    @Test
    void aLateAnswerTheRepRecordsToOneWhoseCompanyIsHeldByAnother() {
        theOlderOneHoldsTheCompanyOfTheOtherThatIsClosed();

        int status = whileBothAreLockedInTheirOrder(() -> asked.rep()
                .sends(Map.of("channel", "PHONE", "from", Map.of("name", "Bo Berg"), "text", "Is it too late?"))
                .post("/api/v1/outreaches/" + asked.id() + "/responses")
                .statusCode());

        assertThat(status).isEqualTo(201);
        bothAreToldOfTheAnswer();
    }

    private void theOlderOneHoldsTheCompanyOfTheOtherThatIsClosed() {
        asked.event(new OutreachTrigger.Cancelled("no time"));
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO company_hold_key (hold_id, key, exclusive)
                        SELECT id, 'prospect:' || CAST(:prospect AS text), true FROM company_hold
                        WHERE outreach_id = :holder AND released_at IS NULL
                        """)
                .bind("prospect", asked.view().prospectId())
                .bind("holder", older.id())
                .execute());
    }

    private void bothAreToldOfTheAnswer() {
        assertThat(asked.view().state()).isEqualTo(OutreachState.RESPONDED);
        assertThat(older.published()).contains("dev.tightrope.outreach.attention-needed.v1");
    }

    private <T> T whileBothAreLockedInTheirOrder(Supplier<T> said) {
        assertThat(older.id()).isLessThan(asked.id());
        CompletableFuture<T> answer = QuarkusTransaction.requiringNew().call(() -> {
            outreaches.lockAndGet(older.id());
            CompletableFuture<T> saying = CompletableFuture.supplyAsync(said);
            await().atMost(PATIENCE).until(this::somebodyWaitsForALock);
            outreaches.lockAndGet(asked.id());
            return saying;
        });
        return answer.orTimeout(60, TimeUnit.SECONDS).join();
    }

    private void bothAreClosed() {
        assertThat(asked.view().state()).isEqualTo(OutreachState.CLOSED);
        assertThat(older.view().state()).isEqualTo(OutreachState.CLOSED);
    }

    private boolean somebodyWaitsForALock() {
        return jdbi.withHandle(
                        handle -> handle.createQuery("""
                        SELECT count(*) FROM pg_stat_activity
                        WHERE datname = current_database() AND wait_event_type = 'Lock'
                        """).mapTo(Integer.class).one())
                > 0;
    }

    private String messageId() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT message_id FROM delivery WHERE outreach_id = :id")
                .bind("id", asked.id())
                .mapTo(String.class)
                .one());
    }

    private String domain() {
        return asked.executiveAddress().replaceFirst(".*@", "");
    }

    private String take() {
        return PROVIDER.calls()
                .contentType("message/rfc822")
                .body(mail("A question", "", STOP))
                .post("/api/v1/inbound-messages")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static int post(byte[] message) {
        return PROVIDER.calls()
                .contentType("message/rfc822")
                .body(message)
                .post("/api/v1/inbound-messages")
                .statusCode();
    }

    private byte[] mail(String subject, String header, String text) {
        String mail = "From: Lars Lind <lars@" + domain() + ">\r\nTo: x@seller.example\r\nSubject: " + subject
                + "\r\nMessage-ID: <" + UUID.randomUUID() + "@x.example>\r\n" + header + "\r\n" + text + "\r\n";
        return mail.getBytes(StandardCharsets.UTF_8);
    }

    private static RunningOutreach waiting() {
        RunningOutreach outreach = RunningOutreach.voicemailLeft();
        outreach.event(outreach.release());
        await().atMost(PATIENCE).until(() -> outreach.view().state() == OutreachState.AWAITING_RESPONSE);
        return outreach;
    }
}
