package dev.tightrope.scheduler.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tightrope.embedded.AcceptedMail;
import dev.tightrope.events.EventType;
import dev.tightrope.events.OutreachRef;
import dev.tightrope.scheduler.Story;
import dev.tightrope.scheduler.TestMail;
import dev.tightrope.scheduler.background.BackgroundLoop;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Of whoever wants a digest, each reminder is told exactly once: in it, or by itself once they want that again. */
@QuarkusTest
class DigestIT {
    private static final Duration LEASE = Duration.ofMinutes(5);

    private final UUID owner = UUID.randomUUID();
    private final String address = owner + "@seller.example";
    private final OutreachRef north = Story.ref(owner, null);
    private final OutreachRef south = Story.ref(owner, null);

    @Inject
    Story story;

    @Inject
    QueueReminders queueReminders;

    @Inject
    KeepPreferences preferences;

    @Inject
    PrepareDigests prepare;

    @Inject
    ReminderQueue queue;

    @Inject
    DueReminders dueReminders;

    @Inject
    ComposeLetter compose;

    @Inject
    ReminderMailer mailer;

    @Inject
    SendReminders send;

    @Inject
    ReminderGauges gauges;

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void twoFollowUpsOfWhoWantsADigest() {
        story.forget();
        story.profile(owner, "Anna Berg", address, null, false);
        prefer(ReminderDelivery.DIGEST, "08:00");
        followUpDue(north, "Nordfrakt");
        followUpDue(south, "Söderfrakt");
    }

    @Test
    void whatIsDueWaitsForTheDigestAndIsToldInItOnce() {
        sendAll();
        assertThat(TestMail.acceptedFor(address)).isEmpty();
        assertThat(gauges.pending()).as("nothing is late").isZero();

        prepare.runOnce();
        sendAll();
        assertThat(TestMail.acceptedFor(address)).as("before its hour").isEmpty();

        itsHourComes();
        sendAll();
        sendAll();

        AcceptedMail digest = onlyMail();
        assertThat(digest.subject()).startsWith("Your reminders for ").endsWith("(2)");
        assertThat(digest.text())
                .contains("Nordfrakt", "Söderfrakt", "https://sales.example/outreaches/" + north.outreachId());
        assertThat(digest.html()).contains("Nordfrakt", "Söderfrakt");
        assertThat(states()).isEqualTo("DIGEST SENT, FOLLOW_UP SENT, FOLLOW_UP SENT");
        Stream.of(north, south)
                .forEach(ref -> assertThat(story.told(EventType.REMINDER_SENT, ref.outreachId()))
                        .isEqualTo(1));
    }

    @Test
    void noticesAreSentAtOnce() {
        story.tell(Story.response(north));

        sendAll();

        assertThat(onlyMail().subject()).contains("has answered");
    }

    @Test
    void nothingOfAnOutreachThatMovedOnIsInIt() {
        prepare.runOnce();
        story.move(north, "RESPONDED");
        itsHourComes();

        sendAll();

        assertThat(onlyMail().text()).contains("Söderfrakt").doesNotContain("Nordfrakt");
        assertThat(stateOf(north)).as("the answer may not be theirs").isEqualTo("PENDING");

        story.move(north, "CLOSED");
        prepare.runOnce();
        itsHourComes();
        sendAll();
        onlyMail();
        assertThat(stateOf(north)).isEqualTo("CANCELLED");
    }

    @Test
    void nothingIsInItThatMovedOnWhileItWasWritten() {
        prepare.runOnce();
        itsHourComes();
        Claim claim = queue.claim(LEASE).orElseThrow();
        queue.fill(claim);
        story.move(north, "RESPONDED");
        story.move(south, "CLOSED");

        assertThat(inIt(claim))
                .hasSize(2)
                .noneMatch(due ->
                        !due.standing().holds(due.kind()) && due.pointless().isEmpty());
    }

    @Test
    void aDigestOfNothingIsNotSentAndTheNextOneComesAllTheSame() {
        prepare.runOnce();
        story.move(north, "CLOSED");
        story.move(south, "CLOSED");
        itsHourComes();
        sendAll();
        assertThat(TestMail.acceptedFor(address)).isEmpty();
        assertThat(states()).isEqualTo("DIGEST CANCELLED, FOLLOW_UP CANCELLED, FOLLOW_UP CANCELLED");
        prepare.runOnce();
        assertThat(prepared()).as("nothing waits").isZero();

        OutreachRef west = Story.ref(owner, null);
        followUpDue(west, "Västfrakt");
        prepare.runOnce();
        itsHourComes();
        sendAll();
        assertThat(onlyMail().text()).contains("Västfrakt");
    }

    @Test
    void whatComesWhileOneIsSentWaitsForTheNext() {
        prepare.runOnce();
        itsHourComes();
        Claim claim = queue.claim(LEASE).orElseThrow();
        queue.fill(claim);
        List<DueReminder> told = inIt(claim);
        OutreachRef west = Story.ref(owner, null);
        followUpDue(west, "Västfrakt");
        prepare.runOnce();
        queue.sent(Stream.concat(Stream.of(claim.reminderId()), told.stream().map(DueReminder::id))
                .toList());
        assertThat(stateOf(west)).isEqualTo("PENDING");

        prepare.runOnce();
        itsHourComes();
        sendAll();

        assertThat(onlyMail().text()).contains("Västfrakt").doesNotContain("Nordfrakt");
    }

    @Test
    void aSenderThatDiesAfterTheMailServerAcceptedIsFollowedByTheSameMailNotByNone() {
        prepare.runOnce();
        itsHourComes();
        Claim claim = queue.claim(LEASE).orElseThrow();
        DueReminder digest = dueReminders.read(claim).orElseThrow();
        queue.fill(claim);
        mailer.send(digest, compose.of(digest, inIt(claim)), Duration.ofSeconds(30));
        prefer(ReminderDelivery.IMMEDIATE, "08:00");
        sendAll();
        assertThat(TestMail.acceptedFor(address))
                .as("its sender may still live")
                .hasSize(1);
        prefer(ReminderDelivery.DIGEST, "08:00");

        jdbi.useHandle(handle -> handle.execute("UPDATE reminder SET next_attempt_at = now()"));
        sendAll();

        List<AcceptedMail> mails = TestMail.acceptedFor(address);
        assertThat(mails).hasSize(2);
        assertThat(mails.get(0).messageId()).isEqualTo(mails.get(1).messageId());
        assertThat(mails.get(1).text()).contains("Nordfrakt", "Söderfrakt");
        assertThat(states()).isEqualTo("DIGEST SENT, FOLLOW_UP SENT, FOLLOW_UP SENT");
    }

    @Test
    void whatADeadSenderHadInHandIsFreeWithTheDigestItself() {
        prepare.runOnce();
        itsHourComes();
        queue.fill(queue.claim(LEASE).orElseThrow());

        assertThat(story.count("SELECT count(*) FROM reminder WHERE claim IS NOT NULL"))
                .isEqualTo(3);
        assertThat(story.count("SELECT count(DISTINCT next_attempt_at) FROM reminder"))
                .isEqualTo(1);
    }

    @Test
    void aDigestWhoseRemindersAnotherSenderHasWaitsForThemAndIsSentTheSameDay() {
        prepare.runOnce();
        itsHourComes();
        queue.fill(queue.claim(LEASE).orElseThrow());
        itsHourComes();

        sendAll();
        assertThat(TestMail.acceptedFor(address)).isEmpty();
        assertThat(states()).isEqualTo("DIGEST PENDING, FOLLOW_UP PENDING, FOLLOW_UP PENDING");
        assertThat(story.count("SELECT count(DISTINCT next_attempt_at) FROM reminder"))
                .as("it waits as long as they do")
                .isEqualTo(1);

        jdbi.useHandle(handle -> handle.execute("UPDATE reminder SET next_attempt_at = now()"));
        sendAll();
        assertThat(onlyMail().text()).contains("Nordfrakt", "Söderfrakt");
    }

    @Test
    void oneThatCannotBeReadKeepsNoOtherFromGoing() {
        meaningDue(north);
        jdbi.useHandle(
                handle -> handle.execute("UPDATE reminder SET event_type = 'nobody.knows' WHERE kind = 'RESPONSE'"));
        prepare.runOnce();
        itsHourComes();
        sendAll();

        assertThat(reminderMail().text()).contains("Söderfrakt").doesNotContain("Nordfrakt");
        assertThat(stateOf("DISPOSITION")).isEqualTo("PENDING");
        assertThat(story.text("SELECT last_error FROM reminder WHERE kind = 'DISPOSITION'"))
                .contains("No event type nobody.knows");
    }

    @Test
    void aDigestOfWhichNothingCanBeReadIsTriedAgain() {
        meaningDue(north);
        story.move(south, "CLOSED");
        String known = story.text("SELECT event_type FROM reminder WHERE kind = 'RESPONSE'");
        jdbi.useHandle(
                handle -> handle.execute("UPDATE reminder SET event_type = 'nobody.knows' WHERE kind = 'RESPONSE'"));
        prepare.runOnce();
        itsHourComes();
        sendAll();
        assertThat(stateOf("DIGEST")).isEqualTo("PENDING");

        jdbi.useHandle(handle -> handle.execute("UPDATE reminder SET event_type = ? WHERE kind = 'RESPONSE'", known));
        itsHourComes();
        sendAll();

        assertThat(reminderMail().text()).contains("Nordfrakt");
        assertThat(stateOf("DISPOSITION")).isEqualTo("SENT");
    }

    @Test
    void severalReplicasPrepareAndSendOne() throws Exception {
        ExecutorService replicas = Executors.newFixedThreadPool(4);
        for (int round = 0; round < 5; round++) {
            for (Future<?> end : Stream.generate(() -> replicas.submit(prepare::runOnce))
                    .limit(4)
                    .toList()) {
                end.get();
            }
        }
        assertThat(prepared()).isEqualTo(1);
        itsHourComes();
        for (Future<?> end :
                Stream.generate(() -> replicas.submit(this::sendAll)).limit(4).toList()) {
            end.get();
        }
        replicas.shutdown();

        onlyMail();
    }

    @Test
    void aMailServerThatIsAwayDelaysItAndLosesNothing() {
        prepare.runOnce();
        itsHourComes();
        TestMail.down();
        try {
            assertThat(send.runOnce()).isZero();
            assertThat(story.count("SELECT count(*) FROM reminder WHERE claim IS NOT NULL"))
                    .isZero();
        } finally {
            TestMail.up();
        }

        await().atMost(Duration.ofSeconds(60)).until(() -> {
            send.runOnce();
            return states().startsWith("DIGEST SENT");
        });
        assertThat(onlyMail().text()).contains("Nordfrakt", "Söderfrakt");
    }

    @Test
    void whoWantsNoDigestAnyMoreGetsEachAtOnce() {
        prepare.runOnce();
        prefer(ReminderDelivery.IMMEDIATE, "08:00");
        sendAll();
        assertThat(TestMail.acceptedFor(address))
                .hasSize(2)
                .noneMatch(mail -> mail.subject().startsWith("Your"));

        itsHourComes();
        sendAll();
        assertThat(TestMail.acceptedFor(address)).hasSize(2);
        assertThat(states()).startsWith("DIGEST CANCELLED");
    }

    @Test
    void anotherHourMovesTheDigestThatIsPrepared() {
        // Far from now, whenever that is: what is soon, or was a moment ago, is collected for some minutes first.
        String hour = LocalTime.now(ZoneId.of("Europe/Stockholm"))
                .plusHours(12)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
        prepare.runOnce();
        prefer(ReminderDelivery.DIGEST, hour);

        assertThat(prepared()).isEqualTo(1);
        assertThat(story.text("SELECT to_char(next_attempt_at AT TIME ZONE 'Europe/Stockholm', 'HH24:MI') FROM reminder"
                        + " WHERE kind = 'DIGEST'"))
                .isEqualTo(hour);
        assertThat(
                        story.count(
                                "SELECT count(*) FROM reminder WHERE kind = 'DIGEST' AND cause ="
                                        + " 'digest:' || recipient_id || ':' || (next_attempt_at AT TIME ZONE 'Europe/Stockholm')::date"))
                .isEqualTo(1);
    }

    @Test
    void ofOneWhoseReaderIsRefusedNothingIsLost() {
        UUID team = UUID.randomUUID();
        UUID manager = UUID.randomUUID();
        story.profile(manager, "Maria Ek", manager + "@seller.example", team, true);
        story.profile(owner, "Anna Berg", "no address at all", team, false);
        prepare.runOnce();
        itsHourComes();

        sendAll();

        assertThat(states()).contains("DIGEST CANCELLED", "FOLLOW_UP UNDELIVERABLE, FOLLOW_UP UNDELIVERABLE");
        assertThat(TestMail.acceptedFor(manager + "@seller.example"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.text()).contains("Altogether 2 mails wait"));

        story.profile(owner, "Anna Berg", address, team, false);
        prepare.runOnce();
        itsHourComes();
        sendAll();
        assertThat(onlyMail().text()).contains("Nordfrakt", "Söderfrakt");
    }

    @Test
    void theServicePreparesThemByItselfAsSoonAsOneIsWanted() {
        prefer(ReminderDelivery.IMMEDIATE, "08:00");
        BackgroundLoop loop = PrepareDigests.loop(prepare, false);
        loop.start();
        try {
            prefer(ReminderDelivery.DIGEST, "08:00");
            await().atMost(Duration.ofSeconds(30)).until(() -> prepared() == 1);
        } finally {
            loop.stop();
        }
    }

    private void followUpDue(OutreachRef ref, String company) {
        story.waiting(ref, company, 1, "P21D");
        QuarkusTransaction.requiringNew().run(() -> queueReminders.followUps(List.of(new FollowUp(ref, 1))));
        story.move(ref, "FOLLOW_UP_DUE");
    }

    /** Somebody answered, the rep was told, and it is time to say what it means. */
    private void meaningDue(OutreachRef ref) {
        story.tell(Story.response(ref));
        sendAll();
        story.move(ref, "RESPONDED");
        int task = (int) story.count("SELECT task_number FROM outreach WHERE id = ?", ref.outreachId());
        QuarkusTransaction.requiringNew().run(() -> queueReminders.meanings(List.of(new FollowUp(ref, task))));
    }

    private void prefer(ReminderDelivery delivery, String hour) {
        preferences.replace(owner, new ReminderPreferences(null, delivery, hour), "*");
    }

    private void itsHourComes() {
        jdbi.useHandle(handle -> handle.execute(
                "UPDATE reminder SET next_attempt_at = now() WHERE kind = 'DIGEST' AND state = 'PENDING'"));
    }

    /** The one besides the notice of an answer. */
    private AcceptedMail reminderMail() {
        List<AcceptedMail> mails = TestMail.acceptedFor(address);
        assertThat(mails).hasSize(2);
        return mails.get(1);
    }

    private AcceptedMail onlyMail() {
        List<AcceptedMail> mails = TestMail.acceptedFor(address);
        assertThat(mails).hasSize(1);
        return mails.get(0);
    }

    private List<DueReminder> inIt(Claim digest) {
        return dueReminders.with(digest).stream()
                .map(id -> dueReminders.read(digest.of(id)).orElseThrow())
                .toList();
    }

    private long prepared() {
        return story.count("SELECT count(*) FROM reminder WHERE kind = 'DIGEST' AND state = 'PENDING'");
    }

    private String states() {
        return story.text("SELECT string_agg(kind || ' ' || state, ', ' ORDER BY kind, id) FROM reminder");
    }

    private String stateOf(OutreachRef ref) {
        return story.text("SELECT state FROM reminder WHERE outreach_id = ?", ref.outreachId());
    }

    private String stateOf(String kind) {
        return story.text("SELECT state FROM reminder WHERE kind = ?", kind);
    }

    private void sendAll() {
        while (send.runOnce().isZero()) {
            // On to the next one.
        }
    }
}
