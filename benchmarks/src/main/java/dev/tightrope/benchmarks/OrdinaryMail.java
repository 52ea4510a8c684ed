package dev.tightrope.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;

/** Messages as they come in on an ordinary day: answers with quotes, forwards in HTML, a bounce, an absence, an attachment. */
final class OrdinaryMail {
    private static final String[] WORDS =
            ("the plant heat exchanger cleaning downtime maintenance pressure customer quarter figures team please"
                            + " thanks Thursday meeting Värmeväxlare Wärmetauscher échangeur saved energy third")
                    .split(" ");

    private final Random random;

    private OrdinaryMail(long seed) {
        this.random = new Random(seed);
    }

    static List<byte[]> generate(int count, long seed) {
        OrdinaryMail mail = new OrdinaryMail(seed);
        List<byte[]> messages = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            messages.add(mail.one(i).replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
        }
        return messages;
    }

    private String one(int i) {
        return switch (i % 10) {
            case 0 ->
                head(i, "failure notice", "MAILER-DAEMON@mx%d.example".formatted(i)) + "\n\n<karl" + i
                        + "@nordkraft.example>:\nRemote host said: 550 5.1.1 No such mailbox\n\n--- Below this line is a copy of the message.\n\n"
                        + "Received: from x\nMessage-ID: <ours" + i + "@x>\nFrom: a@b.example\n\n" + prose(200);
            case 1 ->
                head(i, "Automatic reply: hello", "mia@nordkraft.example") + "X-Auto-Response-Suppress: All\n\n"
                        + "I am out of the office until 7 December.\n" + prose(30);
            case 2, 3, 4 -> forward(i);
            case 5 -> attachment(i);
            default ->
                head(i, "Re: hello", "mia@nordkraft.example") + "In-Reply-To: <ours" + i + "@x>\n\n" + prose(60)
                        + "\n\nOn Tue, 3 Nov 2026 at 09:00, Anna Rep <anna@ours.example> wrote:\n> "
                        + prose(250).replace("\n", "\n> ");
        };
    }

    private String forward(int i) {
        return head(i, "Fwd: hello", "mia@nordkraft.example")
                + "MIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=B\n\n--B\n"
                + "Content-Type: text/plain; charset=utf-8\n\n" + prose(30)
                + "\n\n---------- Forwarded message ---------\nFrom: Anna Rep <anna@ours.example>\nDate: Tue, 3 Nov 2026 at 09:00\n"
                + "Subject: hello\nTo: Mia <mia@nordkraft.example>\n\n" + prose(250)
                + "\n--B\nContent-Type: text/html; charset=utf-8\n\n<div>" + prose(30)
                + "</div><div class=\"gmail_quote\"><div class=\"gmail_attr\">---------- Forwarded message ---------<br>From: <b>Anna Rep</b>"
                + " &lt;anna@ours.example&gt;<br>Date: Tue, 3 Nov 2026 at 09:00<br>Subject: hello<br>To: Mia &lt;mia@nordkraft.example&gt;<br></div><p>"
                + prose(250).replace("\n", "<br>\n") + "</p></div>\n--B--\n";
    }

    private String attachment(int i) {
        byte[] picture = new byte[40_000];
        random.nextBytes(picture);
        return head(i, "Re: hello", "mia@nordkraft.example")
                + "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=B\n\n--B\n\n" + prose(100)
                + "\n--B\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\n"
                + Base64.getMimeEncoder().encodeToString(picture).replace("\r", "") + "\n--B--\n";
    }

    private String head(int i, String subject, String from) {
        return "Received: from mx (mx [192.0.2.1]) by relay; Tue, 3 Nov 2026 10:15:00 +0100\n".repeat(4)
                + "From: Sender " + i + " <" + from
                + ">\nTo: Anna Rep <anna@ours.example>\nSubject: " + subject
                + "\nDate: Tue, 3 Nov 2026 10:15:00 +0100\nMessage-ID: <m" + i
                + "@nordkraft.example>\n";
    }

    private String prose(int words) {
        StringBuilder prose = new StringBuilder();
        for (int i = 0; i < words; i++) {
            prose.append(WORDS[random.nextInt(WORDS.length)]).append(i % 12 == 11 ? ".\n" : " ");
        }
        return prose.toString();
    }
}
