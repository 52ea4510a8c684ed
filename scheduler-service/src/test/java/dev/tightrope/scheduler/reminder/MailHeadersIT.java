package dev.tightrope.scheduler.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tightrope.events.OutreachRef;
import dev.tightrope.scheduler.Story;
import dev.tightrope.scheduler.TestMail;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MailHeadersIT {
    private final UUID owner = UUID.randomUUID();
    private final String address = owner + "@seller.example";
    private final OutreachRef ref = Story.ref(owner, null);

    @Inject
    Story story;

    @Inject
    SendReminders send;

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
                .contains("text/plain")
                .contains("text/html");
    }
}
