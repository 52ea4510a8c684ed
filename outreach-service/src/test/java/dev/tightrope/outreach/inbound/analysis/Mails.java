package dev.tightrope.outreach.inbound.analysis;

import java.nio.charset.StandardCharsets;

/** Messages as they come off the wire. */
public final class Mails {
    private Mails() {}

    /** Bytes of a message written with plain line feeds. */
    public static byte[] bytes(String message) {
        return message.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    /** A person's plain reply with the given further header lines. */
    public static byte[] reply(String moreHeaders) {
        return bytes("""
                From: Mia Berg <mia.berg@nordkraft.example>
                To: Anna Rep <reply+tok@ours.example>
                Subject: =?UTF-8?Q?Sv=3A_V=C3=A4rmev=C3=A4xlare?=
                Date: Tue, 3 Nov 2026 10:15:00 +0100
                Message-ID: <r1@nordkraft.example>
                %sContent-Type: text/plain; charset=utf-8

                Låter intressant, ring mig på torsdag.
                """.formatted(moreHeaders));
    }

    /** A delivery report on {@code <ours@tightrope.example>}. */
    public static byte[] report(String fields) {
        return bytes("""
                From: MAILER-DAEMON@mx.example
                To: bounces@ours.example
                Subject: Undelivered Mail Returned to Sender
                Auto-Submitted: auto-replied
                Message-ID: <b1@mx.example>
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="B"

                --B
                Content-Type: text/plain

                I'm sorry.
                --B
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example

                %s
                --B
                Content-Type: message/rfc822

                From: anna@ours.example
                Message-ID: <ours@tightrope.example>
                Subject: How Kallax did it

                Hello
                --B--
                """.formatted(fields));
    }
}
