package dev.tightrope.outreach.inbound;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.tightrope.outreach.inbound.reading.MailIntake;
import dev.tightrope.outreach.inbound.reading.MailPlace;
import dev.tightrope.testing.User;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A message that cannot be read within the limit of time is kept and marked, or tried again: it is not lost. */
@QuarkusTest
class TooSlowToReadIT {
    @Inject
    MailIntake intake;

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void nothingCanBeRead() {
        ReadInTime.Reader breaks = (message, at) -> {
            throw new StackOverflowError();
        };
        QuarkusMock.installMockForType(new ReadInTime(breaks, Duration.ofSeconds(5)), ReadInTime.class);
    }

    private static byte[] message(String id) {
        return ("From: Mia <mia@nobody-we-know.example>\r\nTo: x@seller.example\r\nMessage-ID: <" + id
                        + "@n.example>\r\nSubject: hello\r\n\r\nwho knows what\r\n")
                .getBytes(UTF_8);
    }

    @Test
    void handedInByAProviderItIsKeptAndMarked() {
        String id = UUID.randomUUID().toString();
        User.admin("Ada Admin")
                .calls()
                .contentType("message/rfc822")
                .body(message(id))
                .post("/api/v1/inbound-messages")
                .then()
                .statusCode(201)
                .body("subject", equalTo("hello"))
                .body("evidence.rule", hasItem("limit-exceeded"))
                .body("evidence.detail", hasItem("time"));
    }

    /** Of a mailbox only what is for us is kept; of this one nobody knows whether it is. */
    @Test
    void inAMailboxItIsLeftToBeTriedAgain() {
        String id = UUID.randomUUID().toString();

        assertThatThrownBy(() -> intake.takeIn(message(id), "test", new MailPlace("test", 1, 1)))
                .hasMessageContaining("could not be read in time");

        long kept = jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT count(*) FROM inbound_message WHERE message_id LIKE '%' || :id || '%'")
                .bind("id", id)
                .mapTo(Long.class)
                .one());
        assertThat(kept).isZero();
    }
}
