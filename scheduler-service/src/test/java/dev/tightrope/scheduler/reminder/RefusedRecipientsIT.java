package dev.tightrope.scheduler.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.tightrope.events.OutreachRef;
import dev.tightrope.events.ResponseDisposed;
import dev.tightrope.events.ResponseReceived;
import dev.tightrope.scheduler.Story;
import dev.tightrope.scheduler.reminder.RefusingSmtpServer.At;
import dev.tightrope.testing.User;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class RefusedRecipientsIT {
    private static final String NO_SUCH_USER = "550 5.1.1 no such user here";

    private final UUID team = UUID.randomUUID();
    private final User anna = User.rep("Anna Berg");
    private final User maria = User.manager("Maria Ek");
    private final OutreachRef ref = Story.ref(anna.id(), team);
    private final RefusingSmtpServer server = new RefusingSmtpServer();

    @Inject
    Story story;

    @Inject
    Jdbi jdbi;

    @Inject
    QueueReminders queueReminders;

    @Inject
    AddressToDeputies deputies;

    @Inject
    ReminderQueue queue;

    @Inject
    DueReminders dueReminders;

    @Inject
    ComposeLetter compose;

    @Inject
    UndeliverableReminders undeliverable;

    @Inject
    ReminderWakeUp wakeUp;

    @Inject
    ReminderGauges gauges;

    @Inject
    MeterRegistry metrics;

    @Inject
    Clock clock;

    @BeforeEach
    void annaOfMariasTeamWaitsForAnAnswer() {
        story.forget();
        story.profile(anna.id(), anna.name(), anna.email(), team, false);
        story.profile(maria.id(), maria.name(), maria.email(), team, true);
        story.waiting(ref, "Nordfrakt", 1, "P21D");
    }

    @AfterEach
    void closeServer() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "RCPT, 550 5.1.1 no such user here",
        "RCPT, 553 5.1.3 no such mailbox name",
        "RCPT, 501 5.1.3 bad recipient address syntax",
        "RCPT, 556 5.1.10 the domain takes no mail",
        "DATA, 554 5.5.1 no valid recipients",
        "DOT, 554 5.7.1 looks like spam"
    })
    void whatIsRefusedForGoodIsNotTriedAgain(At step, String answer) {
        followUpDue();
        server.answers(step, answer);

        sendAll();
        makeDue();
        sendAll();

        assertThat(server.asked(anna.email())).isEqualTo(1);
        assertThat(stateOf("FOLLOW_UP")).isEqualTo("UNDELIVERABLE");
        assertThat(gauges.undeliverable()).isPositive();
        assertThat(metrics.get("tightrope.reminders.undeliverable").gauge().value())
                .isPositive();
    }

    @ParameterizedTest
    @CsvSource({
        "RCPT, 450 4.2.1 mailbox busy",
        "RCPT, 451 4.7.1 greylisted",
        "RCPT, 530 5.7.0 authentication required",
        "DATA, 451 4.3.0 try later",
        "DOT, 452 4.3.1 disk full",
        "MAIL, 550 5.7.1 sender not allowed",
        "MAIL, 421 4.3.2 closing",
        "RCPT, drop",
        "DOT, drop"
    })
    void whatMayPassIsTriedAgainUntilItArrives(At step, String answer) {
        followUpDue();
        server.answers(step, answer);
        sendOne();
        makeDue();
        sendOne();
        assertThat(stateOf("FOLLOW_UP")).isEqualTo("PENDING");

        server.behaves();
        makeDue();
        sendAll();

        assertThat(stateOf("FOLLOW_UP")).isEqualTo("SENT");
        assertThat(server.accepted(anna.email())).hasSize(1);
        assertThat(server.accepted(maria.email())).isEmpty();
    }

    @Test
    void theManagerIsToldOnceWhoseMailOfWhatDidNotArriveAndWhatToDo() {
        story.tell(Story.response(ref));
        server.refuses(anna.email(), NO_SUCH_USER);

        sendAll();
        makeDue();
        sendAll();

        assertThat(server.accepted(maria.email()))
                .singleElement()
                .satisfies(mail -> assertThat(readable(mail))
                        .contains("Subject: Mails do not reach Anna Berg: a mail about Nordfrakt was refused")
                        .contains("Recipient: Anna Berg")
                        .contains("Address: " + anna.email())
                        .contains("Mail that did not arrive: somebody has answered")
                        .contains(NO_SUCH_USER)
                        .contains("Have the address corrected in the profile of Anna Berg."));
    }

    @Test
    void ofAManagersOwnRefusedAddressNobodyIsMailed() {
        story.tell(Story.response(ref));
        server.answers(At.RCPT, NO_SUCH_USER);

        sendAll();
        makeDue();
        sendAll();

        assertThat(server.asked(maria.email())).isEqualTo(1);
        assertThat(story.count("SELECT count(*) FROM reminder WHERE state = 'UNDELIVERABLE'"))
                .isEqualTo(2);
        assertThat(story.count("SELECT count(*) FROM reminder")).isEqualTo(2);
    }

    @Test
    void nobodyIsToldWhereNobodyManagesTheTeam() {
        story.profile(maria.id(), maria.name(), maria.email(), UUID.randomUUID(), true);
        story.tell(Story.response(ref));
        server.refuses(anna.email(), NO_SUCH_USER);

        sendAll();

        assertThat(story.count("SELECT count(*) FROM reminder")).isEqualTo(1);
    }

    @Test
    void aRefusalNotedTwiceIsToldOnce() {
        story.tell(Story.response(ref));
        Claim claim = queue.claim(Duration.ofMinutes(1)).orElseThrow();

        assertThat(note(claim)).isTrue();
        assertThat(note(claim)).isFalse();
        assertThat(note(new Claim(claim.reminderId(), UUID.randomUUID(), 2))).isFalse();

        assertThat(story.count("SELECT count(*) FROM reminder WHERE kind = 'ADDRESS_REFUSED'"))
                .isEqualTo(1);
    }

    @Test
    void theListShowsThem() {
        followUpDue();
        server.refuses(anna.email(), NO_SUCH_USER);
        sendAll();

        maria.calls()
                .get("/api/v1/reminders?state=UNDELIVERABLE")
                .then()
                .statusCode(200)
                .body("data", hasSize(1))
                .body("data[0].kind", equalTo("FOLLOW_UP"))
                .body("data[0].state", equalTo("UNDELIVERABLE"))
                .body("data[0].recipientId", equalTo(anna.id().toString()))
                .body("data[0].lastError", containsString("no such user"))
                .body("data[0].nextAttemptAt", equalTo(null));
    }

    @Test
    void anotherAddressInTheProfileMakesThemDueAgain() {
        followUpDue();
        server.refuses(anna.email(), NO_SUCH_USER);
        sendAll();

        story.profile(anna.id(), "Anna Berg-Lind", anna.email(), team, false);
        sendAll();
        assertThat(server.asked(anna.email())).as("the same address").isEqualTo(1);

        story.profile(anna.id(), anna.name(), "new." + anna.email(), team, false);
        sendAll();

        assertThat(server.accepted("new." + anna.email())).hasSize(1);
        assertThat(stateOf("FOLLOW_UP")).isEqualTo("SENT");
        assertThat(gauges.undeliverable()).isZero();
    }

    @Test
    void anotherAddressThatIsRefusedTooIsToldAnew() {
        followUpDue();
        server.refuses(anna.email(), NO_SUCH_USER);
        server.refuses("new." + anna.email(), NO_SUCH_USER);
        sendAll();

        story.profile(anna.id(), anna.name(), "new." + anna.email(), team, false);
        sendAll();

        assertThat(server.accepted(maria.email())).hasSize(2);
        assertThat(readable(server.accepted(maria.email()).get(1))).contains("Address: new." + anna.email());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ENGAGED", "CLOSED"})
    void whatHasLostItsPointMeanwhileIsNotSentToTheNewAddress(String state) {
        followUpDue();
        story.tell(Story.response(ref));
        server.refuses(anna.email(), NO_SUCH_USER);
        sendAll();
        story.move(ref, state);

        story.profile(anna.id(), anna.name(), "new." + anna.email(), team, false);
        sendAll();

        assertThat(server.asked("new." + anna.email())).isZero();
        assertThat(List.of(stateOf("FOLLOW_UP"), stateOf("RESPONSE"))).containsOnly("CANCELLED");
        assertThat(story.text("SELECT reason FROM reminder WHERE kind = 'RESPONSE'"))
                .isEqualTo("the outreach is " + state + " now");
    }

    @Test
    void anAnswerWhoseMeaningWasSaidMeanwhileIsNotToldAtTheNewAddress() {
        ResponseReceived said = Story.response(ref);
        story.tell(said);
        story.tell(Story.response(ref));
        server.refuses(anna.email(), NO_SUCH_USER);
        sendAll();
        story.move(ref, "RESPONDED");

        story.tell(new ResponseDisposed(ref, said.responseId(), "PASSED_ON", Story.CALLED_AT));
        assertThat(story.count("SELECT count(*) FROM reminder WHERE state = 'UNDELIVERABLE'"))
                .isEqualTo(2);
        story.profile(anna.id(), anna.name(), "new." + anna.email(), team, false);
        sendAll();

        assertThat(server.accepted("new." + anna.email())).hasSize(1);
        assertThat(story.text("SELECT reason FROM reminder WHERE kind = 'RESPONSE' AND state = 'CANCELLED'"))
                .isEqualTo("what it means was said meanwhile: PASSED_ON");
    }

    @Test
    void theManagerIsNotToldOfAnAddressCorrectedBeforeThatMailGoes() {
        followUpDue();
        server.refuses(anna.email(), NO_SUCH_USER);
        sendOne();

        story.profile(anna.id(), anna.name(), "new." + anna.email(), team, false);
        sendAll();

        assertThat(server.asked(maria.email())).isZero();
        assertThat(server.accepted("new." + anna.email())).hasSize(1);
        assertThat(stateOf("ADDRESS_REFUSED")).isEqualTo("CANCELLED");
    }

    @Test
    void anAddressCorrectedWhileTheOldOneWasTriedIsTriedNext() {
        followUpDue();
        Claim claim = queue.claim(Duration.ofMinutes(1)).orElseThrow();
        story.profile(anna.id(), anna.name(), "new." + anna.email(), team, false);

        assertThat(note(claim)).isFalse();

        assertThat(stateOf("FOLLOW_UP")).isEqualTo("PENDING");
    }

    @Test
    void anAddressThatIsNoneIsRefusedForGoodWithoutAskingTheServer() {
        story.profile(anna.id(), anna.name(), "anna@@seller", team, false);
        followUpDue();

        sendAll();

        assertThat(stateOf("FOLLOW_UP")).isEqualTo("UNDELIVERABLE");
        assertThat(server.accepted(maria.email())).hasSize(1);
    }

    @Test
    void theManagerIsToldOfAnAddressOnceADayHowMuchWaitsForAnother() {
        followUpDue();
        story.tell(Story.response(ref));
        story.tell(Story.response(ref));
        server.refuses(anna.email(), NO_SUCH_USER);

        sendAll();

        assertThat(server.accepted(maria.email()))
                .singleElement()
                .satisfies(mail -> assertThat(readable(mail)).contains("Altogether 3 mails wait"));
    }

    @Test
    void onAnotherDayTheManagerIsToldAgain() {
        followUpDue();
        server.refuses(anna.email(), NO_SUCH_USER);
        sendAll();
        story.tell(Story.response(ref));
        Claim claim = queue.claim(Duration.ofMinutes(1)).orElseThrow();
        UndeliverableReminders tomorrow =
                new UndeliverableReminders(jdbi, handle -> clock.instant().plus(Duration.ofDays(1)), wakeUp);

        QuarkusTransaction.requiringNew().run(() -> tomorrow.note(claim, List.of(claim.reminderId()), refused()));

        assertThat(story.count("SELECT count(*) FROM reminder WHERE kind = 'ADDRESS_REFUSED'"))
                .isEqualTo(2);
    }

    @Test
    void anAddressThatSeemedToBeCorrectedIsToldOnceItIsRefusedAgain() {
        followUpDue();
        server.refuses(anna.email(), NO_SUCH_USER);
        sendOne();
        story.profile(anna.id(), anna.name(), "new." + anna.email(), team, false);
        sendAll();
        assertThat(server.asked(maria.email())).isZero();

        story.profile(anna.id(), anna.name(), anna.email(), team, false);
        story.tell(Story.response(ref));
        sendAll();

        assertThat(server.accepted(maria.email())).hasSize(1);
    }

    private boolean note(Claim claim) {
        return undeliverable.note(claim, List.of(claim.reminderId()), refused());
    }

    private RecipientRefusedException refused() {
        return new RecipientRefusedException(anna.email(), NO_SUCH_USER, new Exception(NO_SUCH_USER));
    }

    private void followUpDue() {
        QuarkusTransaction.requiringNew().run(() -> queueReminders.followUps(List.of(new FollowUp(ref, 1))));
    }

    private void makeDue() {
        jdbi.useHandle(handle -> handle.execute("UPDATE reminder SET next_attempt_at = now()"));
    }

    private void sendOne() {
        assertThat(sender().runOnce()).isZero();
    }

    private void sendAll() {
        SendReminders sender = sender();
        for (int sent = 0; sender.runOnce().isZero(); sent++) {
            assertThat(sent).as("mails sent without an end").isLessThan(20);
        }
    }

    private SendReminders sender() {
        ReminderMailer mailer = new ReminderMailer(
                new ServerOfTest(server.port()), clock, "reminders@seller.example", "seller.example");
        Duration pause = Duration.ofHours(1);
        return new SendReminders(
                queue,
                deputies,
                dueReminders,
                compose,
                mailer,
                undeliverable,
                metrics,
                Duration.ofSeconds(10),
                pause,
                pause,
                pause);
    }

    private String stateOf(String kind) {
        return story.text("SELECT state FROM reminder WHERE kind = ?", kind);
    }

    /** Without the line ends quoted-printable adds. */
    private static String readable(String mail) {
        return mail.replace("=\r\n", "").replace("\r\n ", " ");
    }

    private record ServerOfTest(int port) implements SmtpSettings {
        @Override
        public String host() {
            return "localhost";
        }

        @Override
        public Optional<String> username() {
            return Optional.empty();
        }

        @Override
        public Optional<String> password() {
            return Optional.empty();
        }

        @Override
        public Security security() {
            return Security.NONE;
        }
    }
}
