package dev.tightrope.outreach.inbound.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What gateways put in front of a subject hides no prefix. */
class SubjectTagsTest {
    private static final String QUOTE =
            "\n\nOn Mon, 2 Nov 2026 at 09:00, Anna Rep <anna@ours.example> wrote:\n> Dear Karl\n";
    private static final String BLOCK =
            "\n\nFrom: Anna Rep <anna@ours.example>\nSent: Monday, November 2, 2026 9:00 AM\nTo: Karl Holm <karl@nord.example>\nSubject: hello\n\nDear Karl\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[EXTERNAL] ",
                "[EXT] ",
                "EXTERNAL: ",
                "[External Email] [list] ",
                "***SPAM*** ",
                "{Spam?} ",
                "*EXT* ",
                "(External) ",
                "<EXT> "
            })
    void behindATagStandsThePrefix(String tag) {
        assertThat(read(tag + "Re: hello", "Call me." + BLOCK).forwards()).isEmpty();
        assertThat(read(tag + "Re: hello", "Call me." + QUOTE).forwards()).isEmpty();
        assertThat(read(tag + "Re: hello", "Call me.").kind()).isEqualTo(MessageKind.REPLY);
        assertThat(read(tag + "Fwd: hello", "Call them." + BLOCK).forwards()).hasSize(1);
        assertThat(read(tag + "Fwd: hello", "Call them.").kind()).isEqualTo(MessageKind.FORWARD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[EXTERNAL]", "[a] [b]", "", "[Fwd: hello]", "Pumps: which?", "*"})
    void whatIsNoTagStays(String subject) {
        assertThat(SubjectTags.without(subject + " x")).endsWith("x");
        assertThat(SubjectTags.without("[Fwd: hello]")).isEqualTo("[Fwd: hello]");
    }

    private static InboundMail read(String subject, String text) {
        return MessageReader.read(
                Mails.bytes("From: Karl Holm <karl@nord.example>\nTo: Eva Ek <eva@nord.example>\nSubject: " + subject
                        + "\nContent-Type: text/plain; charset=utf-8\n\n" + text));
    }
}
