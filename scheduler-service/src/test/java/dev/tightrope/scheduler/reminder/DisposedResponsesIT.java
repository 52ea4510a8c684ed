package dev.tightrope.scheduler.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tightrope.events.OutreachRef;
import dev.tightrope.events.ResponseChannel;
import dev.tightrope.events.ResponseDisposed;
import dev.tightrope.events.ResponseReceived;
import dev.tightrope.scheduler.Story;
import dev.tightrope.scheduler.TestMail;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nobody is asked by mail what a response means after having said it. */
@QuarkusTest
class DisposedResponsesIT {
    private final UUID owner = UUID.randomUUID();
    private final String address = owner + "@seller.example";
    private final OutreachRef ref = Story.ref(owner, null);
    private final ResponseReceived response = Story.response(ref);

    @Inject
    Story story;

    @Inject
    SendReminders send;

    @Inject
    QueueReminders queueReminders;

    @Inject
    ReminderQueue queue;

    @Inject
    DueReminders dueReminders;

    @BeforeEach
    void somebodyHasAnswered() {
        story.forget();
        story.profile(owner, "Anna Berg", address, null, false);
        story.waiting(ref, "Nordfrakt", 1, "P21D");
        story.tell(response);
        story.move(ref, "RESPONDED");
    }

    @Test
    void aNoticeThatDidNotGoYetIsCancelled() {
        disposed();

        assertThat(state()).isEqualTo("CANCELLED");
        assertThat(story.text("SELECT reason FROM reminder"))
                .isEqualTo("what it means was said meanwhile: NOT_FROM_THEM");
        sendAll();
        assertThat(TestMail.acceptedFor(address)).isEmpty();
    }

    @Test
    void anotherAnswerIsToldAllTheSame() {
        story.tell(Story.response(ref));

        disposed();
        sendAll();

        assertThat(TestMail.acceptedFor(address)).hasSize(1);
        assertThat(story.count("SELECT count(*) FROM reminder WHERE state = 'SENT'"))
                .isEqualTo(1);
    }

    @Test
    void aSenderThatHasNotReadItYetDoesNotSendIt() {
        Claim claim = queue.claim(Duration.ofMinutes(1)).orElseThrow();

        disposed();

        assertThat(dueReminders.read(claim).orElseThrow().pointless())
                .hasValue("what it means was said meanwhile: NOT_FROM_THEM");
    }

    @Test
    void aSenderThatDiedWithItLeavesItToOneThatCancelsIt() {
        assertThat(queue.claim(Duration.ZERO)).isPresent();

        disposed();
        assertThat(state()).isEqualTo("PENDING");
        sendAll();

        assertThat(state()).isEqualTo("CANCELLED");
        assertThat(TestMail.acceptedFor(address)).isEmpty();
    }

    @Test
    void whatTheMailServerTookInThatMomentCountsAsSent() {
        Claim claim = queue.claim(Duration.ofMinutes(1)).orElseThrow();
        disposed();

        queue.sent(List.of(claim.reminderId()));

        assertThat(state()).isEqualTo("SENT");
        assertThat(story.count("SELECT count(*) FROM reminder WHERE reason IS NOT NULL"))
                .isZero();
    }

    @Test
    void aNoticeThatWentStaysSent() {
        sendAll();

        disposed();

        assertThat(state()).isEqualTo("SENT");
        assertThat(TestMail.acceptedFor(address)).hasSize(1);
    }

    @Test
    void whatIsAskedForIsTheMeaningOfTheAnswerThatHasNone() {
        ResponseReceived later = from("A Stranger", "stranger@elsewhere.example");
        story.tell(later);
        sendAll();
        story.tell(new ResponseDisposed(ref, later.responseId(), "NOT_FROM_THEM", Story.CALLED_AT));

        askForMeaning();

        assertThat(TestMail.acceptedFor(address).get(2))
                .satisfies(mail ->
                        assertThat(mail.subject()).isEqualTo("What does the answer of Per Lund at Nordfrakt mean?"))
                .satisfies(mail -> assertThat(mail.text()).doesNotContain("Stranger"));
    }

    @Test
    void noAnswerIsShownWhereTheMeaningOfAllThatAreKnownWasSaid() {
        sendAll();
        disposed();

        askForMeaning();

        assertThat(TestMail.acceptedFor(address).get(1).text())
                .contains("has answered your outreach to Karin Holm")
                .doesNotContain("Per Lund", "Could we talk");
    }

    @Test
    void whatWasSaidWhileItsNoticeWasSentCountsToo() {
        ResponseReceived later = from("A Stranger", "stranger@elsewhere.example");
        sendAll();
        story.tell(later);
        Claim claim = queue.claim(Duration.ofMinutes(1)).orElseThrow();
        story.tell(new ResponseDisposed(ref, later.responseId(), "NOT_FROM_THEM", Story.CALLED_AT));
        queue.sent(List.of(claim.reminderId()));

        askForMeaning();

        assertThat(TestMail.acceptedFor(address).get(1).subject()).contains("Per Lund");
    }

    private ResponseReceived from(String name, String mail) {
        return new ResponseReceived(
                ref,
                UUID.randomUUID(),
                ResponseChannel.EMAIL,
                name,
                mail,
                null,
                false,
                "Stranger things",
                Story.CALLED_AT.plusSeconds(7_200),
                null,
                null,
                "Stranger things",
                null);
    }

    private void askForMeaning() {
        int task = (int) story.count("SELECT task_number FROM outreach");
        QuarkusTransaction.requiringNew().run(() -> queueReminders.meanings(List.of(new FollowUp(ref, task))));
        sendAll();
    }

    private void disposed() {
        story.tell(new ResponseDisposed(ref, response.responseId(), "NOT_FROM_THEM", Story.CALLED_AT));
    }

    private String state() {
        return story.text("SELECT state FROM reminder");
    }

    private void sendAll() {
        while (send.runOnce().isZero()) {
            assertThat(story.count("SELECT count(*) FROM reminder WHERE last_error IS NOT NULL"))
                    .isZero();
        }
    }
}
