package dev.tightrope.outreach.inbound.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.tightrope.outreach.inbound.analysis.quotes.ComposedMail;
import dev.tightrope.outreach.inbound.analysis.quotes.OurMail;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Random and damaged messages: whatever the bytes, a value comes back, soon. {@code -Dfuzz.seconds=600} runs longer,
 * {@code -Dfuzz.seed=…} again what failed.
 */
class FuzzTest {
    private static final Duration EACH = Duration.ofSeconds(10);

    /** Pieces that steer the reader into its corners when they are put anywhere. */
    private static final String[] PIECES = {
        "\r\n\r\n",
        "\r\n",
        "\n--B\n",
        "\r\n--B--\r\n",
        "Content-Type: message/rfc822\r\n\r\n",
        "Content-Type: multipart/mixed; boundary=B\r\n",
        "Content-Transfer-Encoding: base64\r\n",
        "Content-Type: text/html\r\n\r\n<div class=gmail_quote>",
        "=?utf-8?q?",
        "?=",
        "=?iso-2022-jp?b?GyRC?=",
        "From: ",
        "To: <",
        "Subject: Fwd: ",
        "Date: Tue, 32 Foo 20206 99:99:99 +9999\r\n",
        "\0",
        "\u001b$B",
        "> > > ",
        "-----Original Message-----\r\n",
        "Final-Recipient: rfc822; ",
        "Status: 5.",
        "Action: failed\r\n",
        "550 5.1.1 ",
        "Auto-Submitted: auto-replied\r\n",
        "back on 31.02. until 99/99",
        "charset=utf-16; ",
        "charset*0*=x''%; ",
        "; boundary=",
        "\"",
        "(",
        "<",
        "@",
        ",",
        "\uFFFD",
        "________________________________\r\n",
        "Content-Type: application/ms-tnef; name=winmail.dat\r\n",
        "eJ8+IgEAAAA=",
        "a<br>",
        "<p>a</p>",
        "<table><tr><td>",
        "<blockquote>",
        "<a href=\"mailto:",
        "\t",
        " "
    };

    private final byte[][] samples = {
        Mails.reply("In-Reply-To: <ours@x>\nCc: Bo <bo@n.example>\n"),
        Mails.report(
                "Original-Recipient: rfc822;karl@n.example\nFinal-Recipient: rfc822; k@o.example\nAction: failed\nStatus: 5.1.1"),
        Mails.bytes(
                "From: MAILER-DAEMON@x.example\nSubject: failure notice\n\n<karl@n.example>:\nRemote host said: 550 5.1.1 none\n\n"
                        + "--- Below this line is a copy of the message.\n\nReceived: x\nMessage-ID: <a@b>\nFrom: a@b.example\n\nhello\n"),
        Mails.bytes(
                "From: m@n.example\nDate: Tue, 24 Nov 2026 09:30:00 +0100\nSubject: Automatic reply: x\nX-Auto-Response-Suppress: All\n"
                        + "Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: base64\n\n"
                        + Base64.getMimeEncoder()
                                .encodeToString("<p>Jag är åter den 7 december.</p>".getBytes(StandardCharsets.UTF_8))
                        + "\n"),
        Mails.bytes(
                "From: m@n.example\nSubject: Fwd: x\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=B\n\n--B\n\nPlease look.\n\n"
                        + "---------- Forwarded message ---------\nFrom: Anna <anna@ours.example>\nDate: Tue, 3 Nov 2026\nSubject: x\nTo: Karl <karl@n.example>\n\n"
                        + "Hello\n--B\nContent-Type: message/rfc822\n\nFrom: a@b.example\nSubject: =?utf-8?q?=C3=A4?=\n\nInner\n--B--\n"),
    };

    /** What every program makes of a mail of ours, in every language. */
    private final List<ComposedMail> composed = ComposedMail.all(new OurMail(
            "Anna Rep <anna@ours.example>",
            "Karl Holm <karl@nordkraft.example>",
            "Kallax: how they heat",
            "Dear Karl,\n\nKallax heats with what its cold store throws away.\n\nAnna",
            "<p>Dear Karl,</p><p>Kallax heats with what its cold store throws away.</p><p>Anna</p>",
            "zy9rf973mepv2azw"));

    @Test
    void anyBytesAreReadSoon() {
        long seed = Long.getLong("fuzz.seed", System.nanoTime());
        long end = System.nanoTime()
                + Duration.ofSeconds(Integer.getInteger("fuzz.seconds", 3)).toNanos();
        Random seeds = new Random(seed);
        int rounds = 0;
        while (System.nanoTime() < end) {
            long one = rounds == 0 ? seed : seeds.nextLong();
            byte[] message = message(new Random(one));
            long start = System.nanoTime();
            try {
                InboundMail mail = MessageReader.read(message);
                assertThat(mail.evidence()).isNotEmpty();
                assertThat(mail.newText()).doesNotContain("\0");
                assertThat(mail.automaticKind() != null).isEqualTo(mail.kind() == MessageKind.AUTOMATIC);
                assertThat(mail.report().isPresent() || mail.kind() != MessageKind.BOUNCE)
                        .isTrue();
                mail.participants()
                        .forEach(p -> assertThat(String.valueOf(p.name())).doesNotContain("\r", "\n", "\0"));
            } catch (Throwable e) {
                fail("-Dfuzz.seed=" + one + " in round " + rounds, e);
            }
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .as("-Dfuzz.seed=%d", one)
                    .isLessThan(EACH);
            rounds++;
        }
        assertThat(rounds).as("seed %d", seed).isPositive();
    }

    private byte[] message(Random random) {
        if (random.nextInt(8) == 0) {
            byte[] bytes = new byte[random.nextInt(3_000)];
            random.nextBytes(bytes);
            return bytes;
        }
        byte[] message = random.nextBoolean()
                ? samples[random.nextInt(samples.length)].clone()
                : bytes(composed.get(random.nextInt(composed.size())));
        for (int i = random.nextInt(12); i >= 0; i--) {
            message = changed(message, random);
        }
        return message;
    }

    private static byte[] bytes(ComposedMail mail) {
        return Mails.bytes("From: Karl Holm <karl@nordkraft.example>\nTo: anna@ours.example\nSubject: " + mail.prefix()
                + "Kallax: how they heat\nMIME-Version: 1.0\nContent-Type: " + mail.type()
                + "; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n" + mail.body());
    }

    private static byte[] changed(byte[] message, Random random) {
        int at = random.nextInt(message.length + 1);
        int to = Math.min(message.length, at + random.nextInt(60));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(message, 0, at);
        switch (random.nextInt(5)) {
            case 0 -> out.writeBytes(PIECES[random.nextInt(PIECES.length)].getBytes(StandardCharsets.UTF_8));
            case 1 ->
                out.writeBytes(PIECES[random.nextInt(PIECES.length)]
                        .repeat(random.nextInt(random.nextInt(50) == 0 ? 20_000 : 200))
                        .getBytes(StandardCharsets.UTF_8));
            case 2 -> {
                byte[] noise = new byte[random.nextInt(8)];
                random.nextBytes(noise);
                out.writeBytes(noise);
            }
            case 3 -> out.writeBytes(Arrays.copyOfRange(message, at, to));
            default -> at = to;
        }
        out.write(message, at, message.length - at);
        return out.toByteArray();
    }
}
