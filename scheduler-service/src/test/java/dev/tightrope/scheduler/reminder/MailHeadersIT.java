package dev.tightrope.scheduler.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tightrope.embedded.AcceptedMail;
import dev.tightrope.events.OutreachRef;
import dev.tightrope.scheduler.Story;
import dev.tightrope.scheduler.TestMail;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MailHeadersIT {
    private final UUID owner = UUID.randomUUID();
    private final String address = owner + "@seller.example";
    private final UUID manager = UUID.randomUUID();
    private final OutreachRef ref = Story.ref(owner, null);

    @Inject
    Story story;

    @Inject
    SendReminders send;

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void nothingIsLeft() {
        story.forget();
        story.profile(owner, "Anna Berg", address, null, false);
    }

    @Test
    void aNameWithLineBreaksAddsNoHeader() {
        story.awaiting(ref, "Acme\r\nBcc: all@victim.example\r\n\r\nBuy!");
        story.tell(Story.response(ref));

        assertThat(send.runOnce()).isZero();

        String raw = TestMail.acceptedFor(address).get(0).eml();
        assertThat(raw.lines()).noneMatch(line -> line.startsWith("Bcc"));
        assertThat(TestMail.acceptedFor("all@victim.example")).isEmpty();
    }

    @Test
    void anAddressWithALineBreakIsNeverHandedToTheMailServer() {
        story.profile(owner, "Anna Berg", address + "\r\nBcc: all@victim.example", null, false);
        story.awaiting(ref, "Nordfrakt");
        story.tell(Story.response(ref));

        assertThat(send.runOnce()).isZero();

        assertThat(story.text("SELECT state FROM reminder")).isEqualTo("PENDING");
        assertThat(story.text("SELECT last_error FROM reminder")).contains("line break");
        assertThat(TestMail.acceptedFor("all@victim.example")).isEmpty();
    }

    @Test
    void aMailSaysItIsAutomaticSoThatNoMachineAnswers() {
        story.awaiting(ref, "Nordfrakt");
        story.tell(Story.response(ref));

        assertThat(send.runOnce()).isZero();

        String raw = TestMail.acceptedFor(address).get(0).eml();
        assertThat(raw)
                .contains("Auto-Submitted: auto-generated")
                .contains("List-Id: Tightrope <reminders.tightrope.local>")
                .contains("text/plain")
                .contains("text/html");
    }

    @Test
    void whatIsSaidAgainLandsInTheConversationItBelongsToAndNothingElseDoes() throws Exception {
        story.waiting(ref, "Nordfrakt", 1, "P21D");
        OutreachRef other = Story.ref(owner, null);
        story.waiting(other, "Nordfrakt", 1, "P21D");
        for (int attempt = 0; attempt < 3; attempt++) {
            queue(ref, "FOLLOW_UP", 1, attempt, owner);
            while (send.runOnce().isZero()) {}
        }
        queue(other, "FOLLOW_UP", 1, 0, owner);
        story.profile(manager, "Maria Ek", manager + "@seller.example", null, true);
        queue(ref, "FOLLOW_UP", 1, 4, manager);
        while (send.runOnce().isZero()) {}

        List<MimeMessage> mails = TestMail.acceptedFor(address).stream()
                .map(AcceptedMail::message)
                .toList();
        List<String> ids = new ArrayList<>();
        for (MimeMessage mail : mails) {
            ids.add(mail.getMessageID());
        }
        assertThat(ids).hasSize(4).doesNotHaveDuplicates();
        assertThat(answers(mails.get(0))).isEqualTo("null, null");
        assertThat(answers(mails.get(1))).isEqualTo(ids.get(0) + ", " + ids.get(0));
        assertThat(answers(mails.get(2))).isEqualTo(ids.get(1) + ", " + ids.get(0) + " " + ids.get(1));
        assertThat(mails.get(2).getSubject()).isEqualTo(mails.get(0).getSubject());
        assertThat(answers(mails.get(3))).as("another outreach").isEqualTo("null, null");
        assertThat(answers(
                        TestMail.acceptedFor(manager + "@seller.example").get(0).message()))
                .as("another mailbox")
                .isEqualTo("null, null");
    }

    @Test
    void theFollowUpOfAnotherWaitBeginsAConversationOfItsOwn() throws Exception {
        story.waiting(ref, "Nordfrakt", 1, "P21D");
        queue(ref, "FOLLOW_UP", 1, 0, owner);
        while (send.runOnce().isZero()) {}
        story.tell(Story.wait(ref, 2, "P14D"));
        queue(ref, "FOLLOW_UP", 2, 0, owner);
        while (send.runOnce().isZero()) {}

        assertThat(answers(TestMail.acceptedFor(address).get(1).message())).isEqualTo("null, null");
    }

    private void queue(OutreachRef about, String kind, int version, int attempt, UUID recipient) {
        jdbi.useHandle(handle -> handle.execute(
                "INSERT INTO reminder (cause, kind, outreach_id, round, recipient_id, version, attempt)"
                        + " VALUES (?, ?, ?, 1, ?, ?, ?)",
                UUID.randomUUID().toString(),
                kind,
                about.outreachId(),
                recipient,
                version,
                attempt));
    }

    private static String answers(MimeMessage mail) throws MessagingException {
        String references = mail.getHeader("References", null);
        return mail.getHeader("In-Reply-To", null) + ", "
                + (references == null ? null : MimeUtility.unfold(references));
    }
}
