package dev.tightrope.outreach.inbound.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Reports that our mail was called unwanted. */
class ComplaintsTest {
    private static final String RETURNED = """
            --B
            Content-Type: message/rfc822

            From: anna@ours.example
            Message-ID: <ours@tightrope.example>
            Subject: How Kallax did it

            Hello
            --B--
            """;

    @Test
    void byItsForm() {
        InboundMail mail = MessageReader.read(Mails.bytes("""
                From: <feedback@isp.example>
                Subject: FW: How Kallax did it
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=feedback-report; boundary=B

                --B
                Content-Type: message/feedback-report

                Feedback-Type: abuse
                User-Agent: Loop/1.0
                Version: 1
                """ + RETURNED));
        assertThat(mail.kind()).isEqualTo(MessageKind.COMPLAINT);
        assertThat(mail.references()).contains("<ours@tightrope.example>");
        assertThat(mail.automatic()).isTrue();
    }

    @Test
    void byItsPartAlone() {
        assertThat(MessageReader.read(Mails.bytes(
                                "From: a@isp.example\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=B\n\n"
                                        + "--B\nContent-Type: message/feedback-report\n\nFeedback-Type: abuse\n"
                                        + RETURNED))
                        .kind())
                .isEqualTo(MessageKind.COMPLAINT);
    }

    @Test
    void asHotmailWritesThem() {
        assertThat(MessageReader.read(Mails.bytes(
                                "From: staff@hotmail.example\nSubject: complaint about message from 192.0.2.1\n"
                                        + "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=B\n\n"
                                        + RETURNED))
                        .kind())
                .isEqualTo(MessageKind.COMPLAINT);
    }

    /** RFC 6430: somebody took our mail out of the junk folder. */
    @Test
    void aReportThatItIsWantedIsNone() {
        InboundMail mail = MessageReader.read(Mails.bytes("""
                From: <feedback@isp.example>
                Subject: FW: How Kallax did it
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=feedback-report; boundary=B

                --B
                Content-Type: message/feedback-report

                Feedback-Type: not-spam
                User-Agent: Loop/1.0
                Version: 1
                """ + RETURNED));
        assertThat(mail.kind()).isEqualTo(MessageKind.AUTOMATIC);
        assertThat(mail.automaticKind()).isEqualTo(AutomaticKind.AUTO_GENERATED);
    }

    @Test
    void aCustomersComplaintIsAReply() {
        assertThat(MessageReader.read(Mails.bytes("From: mia@nordkraft.example\n"
                                + "Subject: Re: complaint about the pump\n"
                                + "In-Reply-To: <ours@x>\n\n"
                                + "It leaks.\n"))
                        .kind())
                .isEqualTo(MessageKind.REPLY);
    }

    /** It comes from a daemon, returns our mail and has the fields of a report: a bounce, were it not asked for first. */
    @Test
    void whatLooksLikeABounceAsWellIsAComplaint() {
        InboundMail mail = MessageReader.read(Mails.bytes("""
                From: MAILER-DAEMON@isp.example
                Subject: Undelivered Mail Returned to Sender
                Return-Path: <>
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=feedback-report; boundary=B

                --B
                Content-Type: text/plain

                Your message could not be delivered to <karl@nordkraft.example>: 550 5.7.1 called spam
                --B
                Content-Type: message/delivery-status

                Reporting-MTA: dns; isp.example

                Final-Recipient: rfc822; karl@nordkraft.example
                Action: failed
                Status: 5.7.1

                --B
                Content-Type: message/feedback-report

                Feedback-Type: abuse
                User-Agent: Loop/1.0
                Version: 1
                """ + RETURNED));
        assertThat(mail.kind()).isEqualTo(MessageKind.COMPLAINT);
        assertThat(mail.references()).contains("<ours@tightrope.example>");
    }

    @Test
    void asAmazonTellsThem() {
        InboundMail mail = MessageReader.read(
                Mails.bytes("From: SES <no-reply@sns.amazonaws.example>\nSubject: AWS Notification Message\n\n"
                        + "{\"notificationType\" : \"Complaint\",\"complaint\":{\"complainedRecipients\":"
                        + "[{\"emailAddress\":\"karl@nordkraft.example\"}]},\"mail\":{\"headers\":[{\"name\":"
                        + "\"Message-ID\",\"value\":\"<ours@tightrope.example>\"}]}}\n"));
        assertThat(mail.kind()).isEqualTo(MessageKind.COMPLAINT);
        assertThat(mail.references()).contains("<ours@tightrope.example>");
    }
}
