package dev.tightrope.outreach.inbound.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tightrope.outreach.inbound.analysis.DeliveryReport.Permanence;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageReaderTest {
    @Test
    void aReplyOfAPersonIsReadWhole() {
        InboundMail mail = MessageReader.read(
                Mails.reply("In-Reply-To: <ours@tightrope.example>\nReferences: <old@x> <ours@tightrope.example>\n"
                        + "Cc: Bo <BO@Nordkraft.example>\nDelivered-To: shared@ours.example\n"));
        assertThat(mail.kind()).isEqualTo(MessageKind.REPLY);
        assertThat(mail.from()).isEqualTo(new Party("Mia Berg", "mia.berg@nordkraft.example"));
        assertThat(mail.subject()).isEqualTo("Sv: Värmeväxlare");
        assertThat(mail.messageId()).isEqualTo("<r1@nordkraft.example>");
        assertThat(mail.references()).containsExactly("<ours@tightrope.example>", "<old@x>");
        assertThat(mail.recipients())
                .containsExactly("reply+tok@ours.example", "bo@nordkraft.example", "shared@ours.example");
        assertThat(mail.sentAt()).isEqualTo(Instant.parse("2026-11-03T09:15:00Z"));
        assertThat(mail.newText()).isEqualTo("Låter intressant, ring mig på torsdag.");
    }

    /** What an attached message answers may be ours though itself it is a colleague's. */
    @Test
    void attachedMessagesReferToOthers() {
        InboundMail mail =
                MessageReader.read(Mails.bytes("From: m@n.example\nSubject: Fwd: x\nReferences: <r1@n> <r2@n>\n"
                        + "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=B\n\n--B\n\nSee mid:named@n.\n--B\n"
                        + "Content-Type: message/rfc822\n\nFrom: karl@n.example\nMessage-ID: <karl@n>\nIn-Reply-To: <ours2@t>\n"
                        + "References: <ours1@t> <ours2@t>\nSubject: Re: x\n\nYes.\n--B--\n"));
        assertThat(mail.references())
                .containsExactly("<r2@n>", "<r1@n>", "<karl@n>", "<ours2@t>", "<ours1@t>", "<named@n>");
    }

    @Test
    void aReplyIsKnownByReferencesAlone() {
        for (String field :
                new String[] {"References: <ours@tightrope.example>\n", "In-Reply-To: <ours@tightrope.example>\n"}) {
            String message = "From: mia@n.example\nSubject: Thursday\n" + field + "\nCall me.\n";
            assertThat(MessageReader.read(Mails.bytes(message)).kind()).isEqualTo(MessageKind.REPLY);
            assertThat(MessageReader.read(Mails.bytes(message.replace(field, "")))
                            .kind())
                    .isEqualTo(MessageKind.UNRELATED);
        }
    }

    /** A day without a year is after the day the notice came. */
    @Test
    void theMomentOfArrivalStandsInForAMissingDate() {
        for (String date : new String[] {"", "Date: yesterday\n"}) {
            byte[] message =
                    Mails.bytes("From: m@n.example\nSubject: Automatic reply: x\nAuto-Submitted: auto-replied\n" + date
                            + "\nI am out of the office and will be back on 7 December.\n");
            assertThat(MessageReader.read(message, Instant.parse("2026-11-24T09:00:00Z"))
                            .returnsOn())
                    .isEqualTo("2026-12-07");
            assertThat(MessageReader.read(message, Instant.parse("2027-11-24T09:00:00Z"))
                            .returnsOn())
                    .isEqualTo("2027-12-07");
            assertThat(MessageReader.read(message).returnsOn()).isNull();
            assertThat(MessageReader.read(message, Instant.parse("2026-11-24T09:00:00Z"))
                            .sentAt())
                    .isNull();
        }
    }

    /** Ids and tokens are looked for in as many bodies as anybody sends. */
    @Test
    void noMoreBodiesThanSomeAreSearched() {
        StringBuilder message = new StringBuilder(
                "From: m@n.example\nSubject: x\nMIME-Version: 1.0\n" + "Content-Type: multipart/mixed; boundary=B\n\n");
        for (int part = 1; part <= 25; part++) {
            message.append("--B\n\nmid:n").append(part).append("@n.example \n");
        }
        assertThat(MessageReader.read(Mails.bytes(message + "--B--\n")).references())
                .hasSize(20)
                .endsWith("<n20@n.example>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Auto-Submitted: auto-replied",
                "Auto-Submitted: auto-generated; owner-email=\"a@b\"",
                "auto-submitted: AUTO-NOTIFIED (vacation)",
                "X-Autoreply: yes",
                "X-Autorespond: Out of office",
                "Precedence: bulk",
                "Precedence: auto_reply",
                "Return-Path: <>"
            })
    void machinesAreRecognisedByTheirHeaders(String header) {
        assertThat(MessageReader.read(Mails.reply(header + "\n")).kind()).isEqualTo(MessageKind.AUTOMATIC);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Auto-Submitted: no",
                "X-Auto-Response-Suppress: All",
                "Precedence: normal",
                "Return-Path: <mia@nordkraft.example>",
                "Auto-Submitted:",
                "Importance: high"
            })
    void peopleAreNotTakenForMachines(String header) {
        assertThat(MessageReader.read(Mails.reply(header + "\n")).kind()).isEqualTo(MessageKind.REPLY);
    }

    @ParameterizedTest
    @CsvSource({
        "failed, 5.1.1, PERMANENT, BOUNCE",
        "failed, 4.4.7, TEMPORARY, BOUNCE",
        "delayed, 4.2.2, TEMPORARY, BOUNCE",
        "delayed, 5.0.0, TEMPORARY, BOUNCE",
        "FAILED, 5.7.1 (refused), PERMANENT, BOUNCE",
        "delivered, 2.0.0, DELIVERED, AUTOMATIC",
        "relayed, 2.0.0, DELIVERED, AUTOMATIC"
    })
    void reportsAreJudgedByActionBeforeStatus(String action, String status, Permanence permanence, MessageKind kind) {
        InboundMail mail = MessageReader.read(Mails.report("""
                Original-Recipient: rfc822;Karl@Nordkraft.example
                Final-Recipient: rfc822; k.alias@other.example
                Action: %s
                Status: %s
                Diagnostic-Code: smtp; 550 5.1.1 no such
                 user here""".formatted(action, status)));
        assertThat(mail.kind()).isEqualTo(kind);
        assertThat(mail.references()).contains("<ours@tightrope.example>");
        DeliveryReport.Recipient recipient =
                mail.report().orElseThrow().recipients().get(0);
        assertThat(recipient.address()).isEqualTo("karl@nordkraft.example");
        assertThat(recipient.permanence()).isEqualTo(permanence);
        assertThat(recipient.diagnostic()).isEqualTo("smtp; 550 5.1.1 no such user here");
    }

    @Test
    void aDaemonWithoutAReportIsAutomatic() {
        assertThat(MessageReader.read(
                                Mails.bytes("From: Mail Delivery <postmaster@mx.example>\nSubject: failed\n\nx\n"))
                        .kind())
                .isEqualTo(MessageKind.AUTOMATIC);
    }

    @Test
    void aComplaintIsNoResponse() {
        assertThat(MessageReader.read(Mails.bytes("From: fbl@isp.example\nMIME-Version: 1.0\n"
                                + "Content-Type: multipart/report; report-type=feedback-report; boundary=B\n\n"
                                + "--B\nContent-Type: text/plain\n\nabuse\n--B--\n"))
                        .kind())
                .isEqualTo(MessageKind.COMPLAINT);
    }

    /** Whether its reader agreed to it or not: a program wrote it (RFC 8098). */
    @ParameterizedTest
    @ValueSource(
            strings = {"manual-action/MDN-sent-manually; displayed", "automatic-action/MDN-sent-automatically; deleted"
            })
    void aReceiptIsNoResponse(String disposition) {
        InboundMail mail = MessageReader.read(Mails.bytes("From: Karl <karl@n.example>\nSubject: Read: Re: x\n"
                + "In-Reply-To: <other@n.example>\nMIME-Version: 1.0\nContent-Type: multipart/report;"
                + " report-type=disposition-notification; boundary=B\n\n--B\nContent-Type: text/plain\n\nYour message was"
                + " read.\n--B\nContent-Type: message/disposition-notification\n\nFinal-Recipient: rfc822;karl@n.example\n"
                + "Original-Message-ID: <ours@tightrope.example>\nDisposition: " + disposition + "\n\n--B--\n"));

        assertThat(mail.kind()).isEqualTo(MessageKind.AUTOMATIC);
        assertThat(mail.automaticKind()).isEqualTo(AutomaticKind.AUTO_GENERATED);
        assertThat(mail.references()).containsExactly("<other@n.example>", "<ours@tightrope.example>");
        assertThat(mail.evidence())
                .anySatisfy(evidence -> assertThat(evidence.detail()).isEqualTo(disposition));
    }

    /** Whoever a quoted header block names took part, and if only as the one answers go to. */
    @Test
    void everybodyAHeaderBlockNamesTookPart() {
        InboundMail mail = MessageReader.read(Mails.bytes("From: Mia <mia@nordkraft.example>\nTo: anna@ours.example\n"
                + "Subject: Fwd: x\n\nSee below.\n\nFrom: Eva <eva@nordkraft.example> on behalf of"
                + " karl@nordkraft.example<mailto:karl@nordkraft.example>\nDate: 3 Nov 2026 09:15\n"
                + "To: Mia <mia@nordkraft.example>\nBcc: Bo <bo@nordkraft.example>\nSubject: x\n\nHello\n"));

        assertThat(mail.participants())
                .contains(
                        new Participant("Eva", "eva@nordkraft.example", Participant.Role.FROM),
                        new Participant(null, "karl@nordkraft.example", Participant.Role.CC),
                        new Participant("Bo", "bo@nordkraft.example", Participant.Role.CC));
    }

    /** A quote may name what it quotes (RFC 2392), or show all its header fields. */
    @Test
    void messagesABodyNamesAreReferredTo() {
        InboundMail cited =
                MessageReader.read(Mails.bytes("From: mia@n.example\nSubject: Re: x\nIn-Reply-To: <other@n>\n"
                        + "Content-Type: text/html; charset=utf-8\n\n<p>Yes.</p><blockquote type=\"cite\""
                        + " cite=\"mid:a%2Bb+c%25d@ours.example\">Hello</blockquote>\n"));
        assertThat(cited.references()).containsExactly("<other@n>", "<a+b+c%d@ours.example>");

        InboundMail printed = MessageReader.read(Mails.bytes("From: mia@n.example\nSubject: Fwd: x\n"
                + "Content-Type: text/html; charset=utf-8\n\n<table><tr><th>Message-ID: </th><td>&lt;e1@ours.example&gt;"
                + "</td></tr></table>\n"));
        assertThat(printed.references()).containsExactly("<e1@ours.example>");
        InboundMail plain = MessageReader.read(Mails.bytes("From: mia@n.example\nSubject: Fwd: x\n\n> Message-ID:"
                + " <e1@ours.example>\n> From: Anna <anna@ours.example>\n"));
        assertThat(plain.references()).containsExactly("<e1@ours.example>");
        assertThat(MessageReader.read(Mails.bytes("Subject: x\n\nmid: 5, mid:%zz@x, amid:x@y.example\n"))
                        .references())
                .containsExactly("<%zz@x>");
    }

    @Test
    void quotesAreCutFromTheNewText() {
        InboundMail mail = MessageReader.read(Mails.bytes("""
                From: m@n.example
                Subject: Re: x
                Content-Type: text/plain; charset=utf-8

                Yes, Thursday.

                On Tue, 3 Nov 2026 at 09:00, Anna Rep
                <reply+tok@ours.example> wrote:
                > Hello
                > unsubscribe here
                """));
        assertThat(mail.newText()).isEqualTo("Yes, Thursday.");
    }

    @Test
    void htmlAloneBecomesText() {
        InboundMail mail = MessageReader.read(Mails.bytes(
                "From: m@n.example\nContent-Type: text/html\n\n<p>Yes <b>please</b></p><script>x()</script>\n"));
        assertThat(mail.newText()).isEqualTo("Yes please");
    }

    @Test
    void anyBytesAreRead() {
        Random random = new Random(20261126);
        byte[] seed = Mails.report("Final-Recipient: rfc822; a@b\nAction: failed\nStatus: 5.1.1");
        for (int i = 0; i < 2_000; i++) {
            byte[] bytes = i % 2 == 0 ? new byte[random.nextInt(400)] : Arrays.copyOf(seed, seed.length);
            if (i % 2 == 0) {
                random.nextBytes(bytes);
            } else {
                for (int n = 0; n < 8; n++) {
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
                }
            }
            assertThat(MessageReader.read(bytes).evidence()).as("round %d", i).isNotEmpty();
        }
        for (String odd :
                new String[] {"", "\n", "From:", "Content-Type: multipart/mixed; boundary=", "Subject: =?x?q?=?="}) {
            assertThat(MessageReader.read(odd.getBytes(StandardCharsets.UTF_8))).isNotNull();
        }
    }

    @Test
    void deepNestingEnds() {
        StringBuilder bomb = new StringBuilder("From: a@b.example\n");
        for (int i = 0; i < 500; i++) {
            bomb.append("Content-Type: multipart/mixed; boundary=B")
                    .append(i)
                    .append("\n\n--B")
                    .append(i)
                    .append('\n');
        }
        assertThat(MessageReader.read(Mails.bytes(bomb.toString())).kind()).isEqualTo(MessageKind.UNRELATED);
    }
}
