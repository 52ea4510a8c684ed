package dev.tightrope.scheduler.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tightrope.embedded.AcceptedMail;
import dev.tightrope.events.EventType;
import dev.tightrope.events.OutreachClosed;
import dev.tightrope.events.OutreachRef;
import dev.tightrope.scheduler.Story;
import dev.tightrope.scheduler.TestMail;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SendRemindersIT {
    private static final LocalDate FRIDAY = LocalDate.of(2026, 3, 6);

    private final UUID owner = UUID.randomUUID();
    private final String address = owner + "@seller.example";
    private final OutreachRef ref = Story.ref(owner, null);

    @Inject
    Story story;

    @Inject
    QueueReminders queueReminders;

    @Inject
    ReminderQueue queue;

    @Inject
    DueReminders dueReminders;

    @Inject
    SendReminders send;

    @Inject
    ReminderMailer mailer;

    @Inject
    ComposeLetter compose;

    @Inject
    ReminderGauges gauges;

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void nothingIsLeft() {
        story.forget();
        story.profile(owner, "Anna Berg", address, null, false);
    }

    @Test
    void twoSendersSendEachReminderOnce() throws Exception {
        List<OutreachRef> refs =
                IntStream.range(0, 150).mapToObj(n -> Story.ref(owner, null)).toList();
        refs.forEach(each -> story.waiting(each, "Nordfrakt", 1, "P21D"));
        followUpDue(refs, 1);

        ExecutorService senders = Executors.newFixedThreadPool(2);
        List<Future<?>> ends = List.of(senders.submit(this::sendAll), senders.submit(this::sendAll));
        for (Future<?> end : ends) {
            end.get();
        }
        senders.shutdown();

        assertThat(TestMail.acceptedFor(address)).hasSize(150);
        assertThat(TestMail.acceptedFor(address).stream()
                        .map(AcceptedMail::messageId)
                        .distinct())
                .hasSize(150);
        assertThat(story.count("SELECT count(*) FROM reminder WHERE state = 'SENT' AND attempts = 1"))
                .isEqualTo(150);
        refs.forEach(each -> assertThat(story.told(EventType.REMINDER_SENT, each.outreachId()))
                .isEqualTo(1));
    }

    @Test
    void anAnswerBetweenRaisingAndSendingLeavesNothingToSend() {
        story.waiting(ref, "Nordfrakt", 1, "P21D");
        followUpDue(List.of(ref), 1);
        story.move(ref, "RESPONDED");

        sendAll();

        assertThat(TestMail.acceptedFor(address)).isEmpty();
        assertThat(state()).isEqualTo("PENDING");

        story.move(ref, "CLOSED");
        sendAll();
        assertThat(TestMail.acceptedFor(address)).isEmpty();
        assertThat(state()).isEqualTo("CANCELLED");
    }

    @Test
    void anAnswerThatWasNotTheirsDelaysTheReminderAndLosesItNot() {
        story.waiting(ref, "Nordfrakt", 1, "P21D");
        followUpDue(List.of(ref), 1);
        story.move(ref, "FOLLOW_UP_DUE");
        story.move(ref, "RESPONDED");
        sendAll();
        assertThat(TestMail.acceptedFor(address)).isEmpty();

        story.move(ref, "FOLLOW_UP_DUE");
        sendAll();

        assertThat(TestMail.acceptedFor(address)).hasSize(1);
    }

    @Test
    void anAnswerBetweenTheClaimAndTheMailHoldsItToo() {
        story.waiting(ref, "Nordfrakt", 1, "P21D");
        followUpDue(List.of(ref), 1);
        story.move(ref, "FOLLOW_UP_DUE");
        Claim claim = queue.claim(Duration.ofMinutes(1)).orElseThrow();
        story.move(ref, "RESPONDED");

        assertThat(dueReminders.read(claim).orElseThrow().standing().holds(ReminderKind.FOLLOW_UP))
                .isTrue();
        queue.hold(claim);
        assertThat(story.count("SELECT count(*) FROM reminder WHERE last_error IS NOT NULL"))
                .as("nothing went wrong")
                .isZero();
    }

    @Test
    void aReminderOfAWaitThatWasExtendedIsNotSent() {
        story.waiting(ref, "Nordfrakt", 1, "P21D");
        followUpDue(List.of(ref), 1);
        story.move(ref, "FOLLOW_UP_DUE");
        story.move(ref, "AWAITING_RESPONSE");
        story.tell(Story.wait(ref, 2, "P60D"));

        sendAll();

        assertThat(TestMail.acceptedFor(address)).isEmpty();
        assertThat(story.text("SELECT reason FROM reminder")).contains("wait 1").contains("wait 2");
    }

    @Test
    void anOverdueNextStepThatWasReplacedBeforeItsReminderLeftIsNotSent() {
        story.engaged(ref, "Nordfrakt", FRIDAY);
        queueNextStep();
        story.tell(Story.nextStep(ref, LocalDate.of(2126, 3, 6)));

        sendAll();

        assertThat(TestMail.acceptedFor(address)).isEmpty();
        assertThat(story.text("SELECT reason FROM reminder")).contains("was followed by next step");
    }

    @Test
    void anAnswerBetweenAnOverdueNextStepAndItsReminderLeavesNothingToSend() {
        story.engaged(ref, "Nordfrakt", FRIDAY);
        queueNextStep();
        story.move(ref, "RESPONDED");
        sendAll();
        assertThat(TestMail.acceptedFor(address)).isEmpty();

        story.move(ref, "CLOSED");
        sendAll();
        assertThat(TestMail.acceptedFor(address)).isEmpty();
        assertThat(story.text("SELECT reason FROM reminder")).contains("CLOSED");
    }

    @Test
    void anOverdueNextStepIsToldTheRepAndTheManagerInWordsOfTheirOwn() {
        UUID team = UUID.randomUUID();
        UUID manager = UUID.randomUUID();
        story.profile(owner, "Anna Berg", address, team, false);
        story.profile(manager, "Maria Ek", manager + "@seller.example", team, true);
        story.engaged(ref, "Nordfrakt", FRIDAY);
        queueNextStep();
        QuarkusTransaction.requiringNew().run(() -> queueReminders.nextStepsToManagers(List.of(nextStep())));

        sendAll();

        assertThat(TestMail.acceptedFor(address).get(0).subject()).isEqualTo("Overdue: your next step at Nordfrakt");
        assertThat(TestMail.acceptedFor(manager + "@seller.example").get(0).subject())
                .isEqualTo("Still overdue: the next step of Anna Berg at Nordfrakt");
    }

    @Test
    void theManagerIsToldHowManyRemindersReachedTheRep() {
        UUID team = UUID.randomUUID();
        String manager = UUID.randomUUID() + "@seller.example";
        story.profile(UUID.randomUUID(), "Maria Ek", manager, team, true);
        OutreachRef other = Story.ref(owner, team);
        story.profile(owner, "Anna Berg", null, team, false);
        List.of(ref, other).forEach(each -> story.waiting(each, "Nordfrakt", 1, "P21D"));
        jdbi.useHandle(handle -> handle.execute("UPDATE outreach SET team_id = ?", team));
        followUpDue(ref, 0, false);
        followUpDue(ref, 4, true);
        sendAll();
        assertThat(TestMail.acceptedFor(manager).get(0).text())
                .contains("None of our reminders reached Anna Berg, and nothing has been done.")
                .doesNotContain("was reminded");

        story.profile(owner, "Anna Berg", address, team, false);
        for (int attempt = 0; attempt < 3; attempt++) {
            followUpDue(other, attempt, false);
            sendAll();
        }
        followUpDue(other, 4, true);
        sendAll();
        assertThat(TestMail.acceptedFor(manager).get(1).text()).contains("Anna Berg was reminded 3 times, and nothing");
    }

    @Test
    void remindersThatDidNotReachTheRepDoNotCount() {
        story.profile(owner, "Anna Berg", null, null, false);
        story.waiting(ref, "Nordfrakt", 1, "P21D");
        for (int attempt = 0; attempt < 3; attempt++) {
            followUpDue(ref, attempt, false);
        }
        story.profile(owner, "Anna Berg", address, null, false);
        sendAll();
        followUpDue(ref, 3, false);
        sendAll();

        List<AcceptedMail> mails = TestMail.acceptedFor(address);
        assertThat(mails).hasSize(2);
        assertThat(mails.get(0).text()).doesNotContain("This is reminder");
        assertThat(mails.get(1).text()).contains("This is reminder 2 of 2. If nothing is done");
    }

    @Test
    void theReturnToALostDealIsSentUnlessAnotherOutreachIsAtWorkThere() {
        story.engaged(ref, "Nordfrakt", FRIDAY);
        story.move(ref, "CLOSED");
        story.tell(new OutreachClosed(ref, "LOST", null, Story.CALLED_AT));
        QuarkusTransaction.requiringNew().run(() -> queueReminders.returns(List.of(new FollowUp(ref, 1))));
        sendAll();
        assertThat(TestMail.acceptedFor(address).get(0).subject()).isEqualTo("Time to come back to Nordfrakt");

        QuarkusTransaction.requiringNew().run(() -> queueReminders.returns(List.of(new FollowUp(ref, 2))));
        story.awaiting(new OutreachRef(UUID.randomUUID(), 1, ref.prospectId(), owner, null), "Nordfrakt");
        sendAll();
        assertThat(TestMail.acceptedFor(address)).hasSize(1);
        assertThat(story.text("SELECT reason FROM reminder WHERE state = 'CANCELLED'"))
                .contains("another outreach");
    }

    @Test
    void aFollowUpGoesOutAlsoOnceTheOutreachIsKnownToBeDue() {
        story.waiting(ref, "Nordfrakt", 1, "P21D");
        followUpDue(List.of(ref), 1);
        story.move(ref, "FOLLOW_UP_DUE");

        sendAll();

        assertThat(TestMail.acceptedFor(address)).hasSize(1);
    }

    @Test
    void theSameCauseToldAgainIsTheSameReminder() {
        story.waiting(ref, "Nordfrakt", 1, "P21D");
        followUpDue(List.of(ref, ref), 1);
        followUpDue(List.of(ref), 1);
        UUID event = UUID.randomUUID();
        var response = Story.response(ref);
        story.tell(event, response);
        story.tell(event, response);

        assertThat(story.count("SELECT count(*) FROM reminder WHERE kind = 'FOLLOW_UP'"))
                .isEqualTo(1);
        assertThat(story.count("SELECT count(*) FROM reminder WHERE kind = 'RESPONSE'"))
                .isEqualTo(1);
    }

    @Test
    void aMailServerThatIsAwayDelaysTheMailAndLosesNothing() {
        story.awaiting(ref, "Nordfrakt");
        story.tell(Story.response(ref));
        TestMail.down();
        try {
            assertThat(send.runOnce()).isZero();
            assertThat(state()).isEqualTo("PENDING");
            assertThat(story.text("SELECT last_error FROM reminder")).isNotBlank();
        } finally {
            TestMail.up();
        }

        await().atMost(Duration.ofSeconds(60)).until(() -> {
            send.runOnce();
            return state().equals("SENT");
        });
        assertThat(TestMail.acceptedFor(address)).hasSize(1);
        assertThat(story.count("SELECT attempts FROM reminder")).isGreaterThan(1);
    }

    @Test
    void aSenderThatDiesAfterTheMailServerAcceptedIsFollowedByTheSameMailNotByNone() {
        story.awaiting(ref, "Nordfrakt");
        story.tell(Story.response(ref));
        Claim claim = queue.claim(Duration.ofMinutes(1)).orElseThrow();
        DueReminder due = dueReminders.read(claim).orElseThrow();
        mailer.send(due, compose.of(due), Duration.ofSeconds(30));

        assertThat(send.runOnce())
                .as("the lease protects it while its sender may still live")
                .isPositive();
        jdbi.useHandle(handle -> handle.execute("UPDATE reminder SET next_attempt_at = now()"));
        sendAll();

        List<AcceptedMail> mails = TestMail.acceptedFor(address);
        assertThat(mails).hasSize(2);
        assertThat(mails.get(0).messageId())
                .isEqualTo(mails.get(1).messageId())
                .isEqualTo("<reminder." + claim.reminderId() + "@tightrope.local>");
    }

    @Test
    void aSenderWhoseClaimWasTakenOverNeitherSendsNorMarks() {
        story.awaiting(ref, "Nordfrakt");
        story.tell(Story.response(ref));
        Claim lost = queue.claim(Duration.ZERO).orElseThrow();
        Claim taken = queue.claim(Duration.ofMinutes(1)).orElseThrow();

        assertThat(dueReminders.read(lost)).isEmpty();
        queue.postpone(lost, Duration.ZERO, "late");
        queue.cancel(lost, "late");
        assertThat(state()).isEqualTo("PENDING");
        assertThat(dueReminders.read(taken)).isPresent();
    }

    @Test
    void aMailThatLeftSlowlyIsNotSentAgainByWhoTookItOver() {
        story.awaiting(ref, "Nordfrakt");
        story.tell(Story.response(ref));
        Claim slow = queue.claim(Duration.ZERO).orElseThrow();
        Claim taken = queue.claim(Duration.ofMinutes(1)).orElseThrow();

        queue.sent(List.of(slow.reminderId()));
        queue.sent(List.of(taken.reminderId()));

        assertThat(state()).isEqualTo("SENT");
        assertThat(dueReminders.read(taken)).isEmpty();
        assertThat(story.told(EventType.REMINDER_SENT, ref.outreachId())).isEqualTo(1);
    }

    @Test
    void aReminderWaitsForTheProfileOfItsRecipient() {
        UUID stranger = UUID.randomUUID();
        OutreachRef theirs = Story.ref(stranger, null);
        story.awaiting(theirs, "Nordfrakt");
        story.tell(Story.response(theirs));

        sendAll();
        assertThat(state()).isEqualTo("PENDING");
        assertThat(gauges.withoutProfile()).isEqualTo(1);
        assertThat(gauges.pending()).isEqualTo(1);

        story.profile(stranger, "Ken Sato", stranger + "@seller.example", null, false);
        sendAll();
        assertThat(TestMail.acceptedFor(stranger + "@seller.example")).hasSize(1);
        assertThat(gauges.withoutProfile()).isZero();
    }

    @Test
    void aRecipientWithoutAnAddressHoldsUpNobodyElse() {
        UUID mute = UUID.randomUUID();
        story.profile(mute, "Nobody", null, null, false);
        OutreachRef theirs = Story.ref(mute, null);
        story.awaiting(theirs, "Nordfrakt");
        story.tell(Story.response(theirs));
        story.awaiting(ref, "Nordfrakt");
        story.tell(Story.response(ref));

        sendAll();

        assertThat(TestMail.acceptedFor(address)).hasSize(1);
        assertThat(story.count("SELECT attempts FROM reminder WHERE recipient_id = ?", mute))
                .isZero();
    }

    @Test
    void pausesDoubleUpToTheLongest() {
        assertThat(IntStream.of(1, 2, 3, 4, 40).mapToObj(send::pauseAfter))
                .containsExactly(
                        Duration.ofMillis(100),
                        Duration.ofMillis(200),
                        Duration.ofMillis(400),
                        Duration.ofMillis(500),
                        Duration.ofMillis(500));
    }

    private void followUpDue(List<OutreachRef> refs, int wait) {
        QuarkusTransaction.requiringNew()
                .run(() -> queueReminders.followUps(
                        refs.stream().map(each -> new FollowUp(each, wait)).toList()));
    }

    private void followUpDue(OutreachRef about, int attempt, boolean toManagers) {
        QuarkusTransaction.requiringNew()
                .run(() -> queueReminders.followUps(List.of(new FollowUp(about, 1, attempt, toManagers))));
    }

    private void queueNextStep() {
        QuarkusTransaction.requiringNew().run(() -> queueReminders.nextSteps(List.of(nextStep())));
    }

    private FollowUp nextStep() {
        return new FollowUp(
                ref, (int) story.count("SELECT next_step_version FROM outreach WHERE id = ?", ref.outreachId()));
    }

    private void sendAll() {
        Duration rest;
        do {
            rest = send.runOnce();
        } while (rest.isZero());
    }

    private String state() {
        return story.text("SELECT state FROM reminder");
    }
}
