package dev.tightrope.outreach.inbound.reading;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.tightrope.embedded.SharedParts;
import dev.tightrope.outreach.email.RunningOutreach;
import dev.tightrope.outreach.lifecycle.OutreachState;
import dev.tightrope.outreach.mailbox.SignInServer;
import dev.tightrope.outreach.mailbox.connection.MailConnections;
import dev.tightrope.outreach.mailbox.connection.SignInException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each message once: by its place in the mailbox, and by what it is where it comes from elsewhere or again. */
@QuarkusTest
class TakenInOnceIT {
    private static final String INBOX = "INBOX";

    private final SignInServer server = new SignInServer();
    private final String mailbox = "m" + UUID.randomUUID() + "@seller.example";
    private RunningOutreach outreach;
    private String ours;

    @Inject
    MailIntake takeInMail;

    @Inject
    MailConnections connections;

    @Inject
    MailboxProgress progress;

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void anOutreachThatWaits() {
        server.user(mailbox, "any");
        outreach = RunningOutreach.voicemailLeft();
        outreach.event(outreach.release());
        await().atMost(Duration.ofSeconds(60)).until(() -> outreach.view().state() == OutreachState.AWAITING_RESPONSE);
        ours = SharedParts.mail()
                .acceptedFor(outreach.executiveAddress())
                .get(0)
                .messageId();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void whatWeKeepIsMarkedAsReadAndNothingElse() throws MessagingException, SignInException {
        server.file(mailbox, INBOX, reply("<a@x.example>", "Call me").getBytes(US_ASCII));
        server.file(mailbox, INBOX, "From: a@b.example\r\nSubject: private\r\n\r\nDear Rolf\r\n".getBytes(US_ASCII));
        read(takeInMail);
        assertThat(server.read(mailbox, INBOX)).isEqualTo(1);
        assertThat(kept()).isEqualTo(1);
    }

    @Test
    void whatCouldNotBeTakenInIsNotMarked() throws MessagingException, SignInException {
        server.file(mailbox, INBOX, reply("<f@x.example>", "Call me").getBytes(US_ASCII));
        MailIntake rollsBack =
                (raw, source, place) -> QuarkusTransaction.requiringNew().call(() -> {
                    takeInMail.takeIn(raw, source, place);
                    throw new IllegalStateException("the transaction does not end well");
                });
        assertThatThrownBy(() -> read(rollsBack)).hasStackTraceContaining("does not end well");
        assertThat(server.read(mailbox, INBOX)).isZero();
        assertThat(kept()).isZero();

        read(takeInMail);

        assertThat(server.read(mailbox, INBOX)).isEqualTo(1);
        assertThat(kept()).isEqualTo(1);
    }

    @Test
    void aFolderThatWasMadeAnewIsReadAgainAndNothingTakenInTwice() throws MessagingException, SignInException {
        server.file(mailbox, INBOX, reply("<g@x.example>", "Call me").getBytes(US_ASCII));
        server.file(mailbox, INBOX, withoutId("Call us").getBytes(US_ASCII));
        read(takeInMail);
        QuarkusTransaction.requiringNew()
                .run(() -> jdbi.useHandle(handle -> handle.createUpdate(
                                "UPDATE mailbox SET uid_validity = uid_validity - 1 WHERE name = :name")
                        .bind("name", mailbox)
                        .execute()));
        server.file(
                mailbox, INBOX, reply("<h@x.example>", "And bring the figures").getBytes(US_ASCII));
        List<String> shown = new ArrayList<>();
        read((raw, source, place) -> shown.add(source) && takeInMail.takeIn(raw, source, place));
        assertThat(shown).hasSize(3);
        assertThat(kept()).isEqualTo(3);
        assertThat(responses()).isEqualTo(3);
    }

    @Test
    void twoReplicasThatHoldTheSameMessageTakeItInOnce() throws Exception {
        String raw = reply("<r@x.example>", "Call me");
        ExecutorService replicas = Executors.newFixedThreadPool(2);
        try {
            for (int uid = 1; uid <= 5; uid++) {
                String one = raw.replace("<r@", "<r" + uid + "@").replace("Call me", "Call me " + uid);
                MailPlace place = new MailPlace(mailbox, 1, uid);
                Callable<Boolean> takes = () -> takeInMail.takeIn(one.getBytes(US_ASCII), mailbox, place);
                for (Future<Boolean> taken : replicas.invokeAll(List.of(takes, takes))) {
                    assertThat(taken.get()).isTrue();
                }
            }
        } finally {
            replicas.shutdownNow();
        }
        assertThat(kept()).isEqualTo(5);
        assertThat(responses()).isEqualTo(5);
    }

    @Test
    void aCrashBetweenCommitAndMarkTakesNothingInTwiceAndMarksItLater() throws MessagingException, SignInException {
        server.file(mailbox, INBOX, withoutId("Call me").getBytes(US_ASCII));
        try (MailboxConnection connection = connect()) {
            MailIntake ends = (raw, source, place) -> {
                boolean kept = takeInMail.takeIn(raw, source, place);
                connection.end();
                return kept;
            };
            assertThatThrownBy(() -> newMail(ends).read(connection.messages(), () -> {}))
                    .isInstanceOf(Exception.class);
        }
        assertThat(kept()).isEqualTo(1);
        assertThat(server.read(mailbox, INBOX)).isZero();

        read(takeInMail);

        assertThat(kept()).isEqualTo(1);
        assertThat(responses()).isEqualTo(1);
        assertThat(server.read(mailbox, INBOX)).isEqualTo(1);
    }

    @Test
    void whatLiesAtAPlaceIsTakenInOnceThoughTheServerShowsItAnotherWay() {
        take(withoutId("Call me"), mailbox, 1, 1);
        take("X-Scanned: yes\r\n" + withoutId("Call me"), mailbox, 1, 1);
        assertThat(kept()).isEqualTo(1);
    }

    @Test
    void aFolderMadeAnewDoublesNothing() {
        for (String raw : new String[] {reply("<b@x.example>", "Call me"), withoutId("Call us")}) {
            take(raw, mailbox, 1, raw.length());
            take(raw, mailbox, 2, raw.length());
        }
        assertThat(kept()).isEqualTo(2);
        assertThat(responses()).isEqualTo(2);
    }

    @Test
    void twoMessagesWithOneMessageIdAreTwo() {
        take(reply("<same@x.example>", "Call me"), mailbox, 1, 1);
        take(reply("<same@x.example>", "And bring the figures"), mailbox, 1, 2);
        assertThat(kept()).isEqualTo(2);
        assertThat(responses()).isEqualTo(2);

        take(reply("<same@x.example>", "And bring the figures"), mailbox, 2, 2);
        assertThat(kept()).as("known when it comes again").isEqualTo(2);
    }

    @Test
    void twoMessagesWithoutMessageIdAreTwo() {
        take(withoutId("Call me"), mailbox, 1, 1);
        take(withoutId("And bring the figures"), mailbox, 1, 2);
        assertThat(kept()).isEqualTo(2);
    }

    @Test
    void oneMessageInTwoMailboxesIsOneThoughARelayWroteBeneathIt() {
        take(reply("<two@x.example>", "Call me"), mailbox, 1, 1);
        take("Received: from x\r\n" + reply("<two@x.example>", "Call me\r\n\r\nThis mail was scanned."), "other", 1, 1);
        assertThat(kept()).isEqualTo(1);
        assertThat(responses()).isEqualTo(1);
    }

    private void take(String raw, String from, long uidValidity, long uid) {
        String name = from.equals(mailbox) ? mailbox : from + mailbox;
        assertThat(takeInMail.takeIn(raw.getBytes(US_ASCII), from, new MailPlace(name, uidValidity, uid)))
                .isTrue();
    }

    private void read(MailIntake intake) throws MessagingException, SignInException {
        try (MailboxConnection connection = connect()) {
            newMail(intake).read(connection.messages(), () -> {});
        }
    }

    private NewMail newMail(MailIntake intake) {
        assertThat(progress.lease(mailbox, Duration.ofMinutes(5))).isTrue();
        return new NewMail(
                mailbox, mailbox, progress, new SetAsideMessages(jdbi, TestReaders.settings(Map.of())), intake);
    }

    private MailboxConnection connect() throws MessagingException, SignInException {
        ReadableMailbox configured = ConfiguredMailbox.of(
                        TestReaders.settings(Map.of(
                                "host", "localhost",
                                "port", Integer.toString(server.imap()),
                                "security", "NONE",
                                "user", mailbox,
                                "password", "any")),
                        connections)
                .orElseThrow();
        return MailboxConnection.of(configured.open(), configured.folder(), 1 << 20);
    }

    private String reply(String messageId, String text) {
        return "Message-ID: " + messageId + "\r\n" + withoutId(text);
    }

    private String withoutId(String text) {
        return "From: Mia Lund <mia@" + outreach.executiveAddress().replaceFirst(".*@", "")
                + ">\r\n"
                + "To: rolf@seller.example\r\n"
                + "Subject: Re: heat\r\n"
                + "Date: Mon, 2 Nov 2026 10:00:00 +0100\r\n"
                + "In-Reply-To: "
                + ours + "\r\n\r\n" + text + "\r\n";
    }

    private int kept() {
        return count("/api/v1/inbound-messages?outreachId=" + outreach.id());
    }

    private int responses() {
        return count("/api/v1/outreaches/" + outreach.id() + "/responses");
    }

    private int count(String path) {
        return outreach.rep()
                .calls()
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("data")
                .size();
    }
}
