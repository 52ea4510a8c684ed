package dev.tightrope.outreach.inbound.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.Supplier;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages made to exhaust whoever reads them: each ends in bounded time, keeps what can be kept, and says what was left off. */
class HostileMessagesTest {
    private static final String HEAD = "From: Mia <mia@n.example>\nSubject: Re: hello\nMIME-Version: 1.0\n";

    private static InboundMail timely(Supplier<String> message) {
        byte[] bytes = message.get().getBytes(StandardCharsets.ISO_8859_1);
        // Generous for a busy machine: quadratic work on these sizes takes minutes.
        InboundMail mail =
                Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> MessageReader.read(bytes));
        assertThat(mail.evidence()).isNotEmpty();
        return mail;
    }

    private static void marked(InboundMail mail, String limit) {
        assertThat(mail.evidence()).anySatisfy(evidence -> {
            assertThat(evidence.rule()).isEqualTo("limit-exceeded");
            assertThat(evidence.detail()).isEqualTo(limit);
        });
    }

    @Test
    void aHundredThousandParts() {
        InboundMail mail = timely(() -> HEAD + "Content-Type: multipart/mixed; boundary=B\n\n--B\n\nRing mig.\n"
                + "--B\nContent-Type: image/png\n\nx\n".repeat(100_000));
        marked(mail, "parts");
        assertThat(mail.newText()).isEqualTo("Ring mig.");
        assertThat(mail.from()).isNotNull();
    }

    @Test
    void nestedMultipartsAndMessages() {
        marked(
                timely(() -> {
                    StringBuilder bomb = new StringBuilder(HEAD);
                    for (int i = 0; i < 5_000; i++) {
                        bomb.append("Content-Type: multipart/mixed; boundary=B" + i + "\n\n--B" + i + "\n");
                    }
                    return bomb.toString();
                }),
                "depth");
        marked(timely(() -> HEAD + "Content-Type: message/rfc822\n\n".repeat(5_000) + "\nx\n"), "depth");
    }

    @Test
    void hugeContent() {
        byte[] part = new byte[18 << 20];
        Arrays.fill(part, (byte) 'a');
        marked(
                timely(() -> HEAD + "Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\n"
                        + Base64.getMimeEncoder().encodeToString(part)),
                "content");
        marked(timely(() -> HEAD + "\n" + "x".repeat(26 << 20)), "size");
        marked(timely(() -> HEAD + "X-Many: 1\n".repeat(200_000) + "\nx\n"), "fields");
    }

    @Test
    void longFieldsAndLines() {
        timely(() -> HEAD + "To: " + "a@b.example, ".repeat(200_000) + "\n\nx\n");
        timely(() -> HEAD + "References: " + "<a@b> ".repeat(200_000) + "\n\nx\n");
        timely(() -> "Subject: " + "=?utf-8?q?a?= ".repeat(100_000) + "\n\nx\n");
        timely(() -> "Subject: " + "=?".repeat(100_000) + "\nFrom: " + "(".repeat(100_000) + "\n\nx\n");
        timely(() -> "Content-Type: text/plain; " + "name*1=a;".repeat(50_000) + "\n\nx\n");
    }

    @Test
    void bracketsThatAreNeverClosed() {
        String many = "To: " + "<a,".repeat(33_000) + "\n";
        timely(() -> HEAD + many.repeat(20) + many.replace("To:", "Cc:").repeat(20) + "\nx\n");
    }

    @Test
    void aSenderThatNeverEnds() {
        timely(() -> "From: mailer" + "+a.-".repeat(20_000) + " <mailer" + "+a.-".repeat(20_000)
                + ">\nAuto-Submitted: auto-replied\nSubject: x\n\nx\n");
    }

    @Test
    void quotesAndTextThatRulesCouldChokeOn() {
        timely(() -> HEAD + "\n" + "> ".repeat(10_000) + "x\n");
        timely(() -> HEAD + "\n" + (">".repeat(10_000) + "\n").repeat(20));
        timely(() -> HEAD + "\n" + "a@".repeat(200_000));
        timely(() -> HEAD + "\n" + "unsubscribe me from ".repeat(20_000));
        timely(() -> HEAD + "\n" + "From: a\nTo: b\n".repeat(30_000));
        timely(() -> HEAD + "\n" + "<a@b.example>:\n".repeat(50_000));
        timely(() -> HEAD + "Content-Type: text/html\n\n" + "<div>".repeat(50_000) + "x");
        timely(() -> HEAD + "Content-Type: text/html\n\n" + "<blockquote class=gmail_quote>".repeat(3_000) + "x");
        timely(() -> HEAD + "Content-Type: text/html\n\n<a href='" + "x".repeat(500_000));
    }

    /** Several parts, because each is read to a megabyte only: enough siblings for work on each of them to show. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a<br>",
                "<br>",
                "<p>a</p>",
                "<p>",
                "<div>a</div>",
                "<div>",
                "<div class=gmail_quote>a</div>",
                "<table><tr><td>",
                "<tr><td>a</td></tr>",
                "<ul><li>",
                "<li>a",
                "<h1>a</h1>",
                "<blockquote>a",
                "<blockquote>a</blockquote>",
                "<pre>a\n",
                "<b><p>",
                "<a href='mailto:a@b.example'>A</a><br>",
                "<b>From:</b> <a href='mailto:a@b.example'>A</a><br>"
            })
    void htmlOfManySiblingsOrDeeplyNested(String piece) {
        String part = "--B\nContent-Type: text/html\n\n" + piece.repeat((1 << 20) / piece.length()) + "\n";
        timely(() -> HEAD + "Content-Type: multipart/mixed; boundary=B\n\n" + part.repeat(3) + "--B--\n");
    }

    @Test
    void reportsThatNeverEnd() {
        String daemon =
                "From: MAILER-DAEMON@mx.example\nReturn-Path: <>\nSubject: Undelivered Mail Returned to Sender\n";
        timely(() -> daemon + "\n" + "550 5.1.1 ".repeat(50_000));
        timely(() -> daemon + "\n" + "<karl@nordkraft.example>: 550 5.1.1 unknown\n".repeat(20_000));
        timely(() -> daemon + "\n" + "could not ".repeat(50_000));
        timely(() -> daemon + "X-Failed-Recipients: " + "a@b.example,".repeat(50_000) + "\n\nfailed\n");
        timely(() -> daemon
                + "MIME-Version: 1.0\nContent-Type: multipart/report; report-type=delivery-status; boundary=B\n\n--B\n"
                + "Content-Type: message/delivery-status\n\nReporting-MTA: dns; x\n\n"
                + "Final-Recipient: rfc822; a@b.example\nAction: failed\n\n".repeat(20_000));
    }

    @Test
    void absencesThatNeverEnd() {
        String machine = HEAD + "Date: Tue, 24 Nov 2026 09:30:00 +0100\nAuto-Submitted: auto-replied\n\n";
        timely(() -> machine + "I am back on 12.12. until 13.12. ".repeat(20_000));
        timely(() -> machine + "please confirm your message is held ".repeat(20_000));
    }
}
