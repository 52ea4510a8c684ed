package dev.tightrope.outreach.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ContentHashTest {
    private static final Mailbox REP = new Mailbox("Rolf", "rolf@us.example");
    private static final Mailbox CEO = new Mailbox("Karin", "karin@them.example");
    private static final EmailContent MAIL = new EmailContent(REP, CEO, "subject", "text", "<p>html</p>");

    /** Computed by another program; a change here would make every approved mail look tampered with. */
    @Test
    void isTheOneItAlwaysWas() {
        assertThat(MAIL.hash()).isEqualTo("afa93b504855ad5388f74b602a893da89d2ef701cc45f567f4ae62b0fb881cb1");
    }

    @Test
    void everyFieldCounts() {
        Set<String> hashes = Stream.of(
                        MAIL,
                        new EmailContent(new Mailbox("Rolf2", REP.address()), CEO, "subject", "text", "<p>html</p>"),
                        new EmailContent(new Mailbox("Rolf", "r@us.example"), CEO, "subject", "text", "<p>html</p>"),
                        new EmailContent(REP, new Mailbox("Karin2", CEO.address()), "subject", "text", "<p>html</p>"),
                        new EmailContent(REP, new Mailbox("Karin", "k@them.example"), "subject", "text", "<p>html</p>"),
                        new EmailContent(REP, CEO, "subject2", "text", "<p>html</p>"),
                        new EmailContent(REP, CEO, "subject", "text2", "<p>html</p>"),
                        new EmailContent(REP, CEO, "subject", "text", "<p>html2</p>"))
                .map(EmailContent::hash)
                .collect(Collectors.toSet());

        assertThat(hashes).hasSize(8);
    }

    @Test
    void textCannotMoveFromOneFieldToTheNext() {
        EmailContent one = new EmailContent(REP, CEO, "ab", "c", "d");
        EmailContent other = new EmailContent(REP, CEO, "a", "bc", "d");

        assertThat(one.hash()).isNotEqualTo(other.hash());
    }
}
