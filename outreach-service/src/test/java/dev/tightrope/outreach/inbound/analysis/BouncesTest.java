package dev.tightrope.outreach.inbound.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tightrope.outreach.inbound.analysis.DeliveryReport.Permanence;
import dev.tightrope.outreach.inbound.analysis.DeliveryReport.Recipient;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reports of non-delivery in words alone, as mail servers write them. */
class BouncesTest {
    /** A copy of our mail that holds codes, addresses and words of failure: none of them is the reason. */
    private static final String RETURNED = """
            Return-Path: <anna@ours.example>
            Received: from relay.ours.example (relay.ours.example [192.0.2.1]) by mx.example (Exim 4.99.5)
            Message-ID: <ours@tightrope.example>
            From: Anna Rep <anna@ours.example>
            To: Karl Berg <karl@nordkraft.example>
            Subject: How Kallax did it

            Before, 421 4.4.2 of their orders timed out; write to someone@else.example about 552 5.2.2.
            """;

    private static InboundMail notice(String headers, String text) {
        return MessageReader.read(Mails.bytes("To: anna@ours.example\nMessage-ID: <b@mx.example>\n" + headers
                + "\nContent-Type: text/plain; charset=utf-8\n\n" + text));
    }

    private static Recipient only(InboundMail mail) {
        assertThat(mail.kind()).as("%s", mail.evidence()).isEqualTo(MessageKind.BOUNCE);
        List<Recipient> recipients = mail.report().orElseThrow().recipients();
        assertThat(recipients).as("%s", recipients).hasSize(1);
        return recipients.get(0);
    }

    private static void karl(InboundMail mail, String reply, String status, Permanence permanence) {
        Recipient recipient = only(mail);
        assertThat(recipient.address()).isEqualTo("karl@nordkraft.example");
        assertThat(recipient.reply()).isEqualTo(reply);
        assertThat(recipient.status()).isEqualTo(status);
        assertThat(recipient.permanence()).isEqualTo(permanence);
        assertThat(mail.report().orElseThrow().permanence()).isEqualTo(permanence);
    }

    @Test
    void qmail() {
        InboundMail mail = notice("From: MAILER-DAEMON@mx.example\nSubject: failure notice\n", """
                Hi. This is the qmail-send program at mx.example.
                I'm afraid I wasn't able to deliver your message to the following addresses.
                This is a permanent error; I've given up. Sorry it didn't work out.

                <karl@nordkraft.example>:
                192.0.2.25 does not like recipient.
                Remote host said: 550 5.1.1 No such mailbox
                Giving up on 192.0.2.25.

                --- Below this line is a copy of the message.

                """ + RETURNED);
        karl(mail, "550", "5.1.1", Permanence.PERMANENT);
        assertThat(mail.references()).contains("<ours@tightrope.example>");
        assertThat(mail.newText()).doesNotContain("Kallax");
    }

    @Test
    void exim() {
        karl(
                notice(
                        "From: Mail Delivery System <Mailer-Daemon@mx.example>\n"
                                + "X-Failed-Recipients: karl@nordkraft.example\n"
                                + "Subject: Mail delivery failed: returning message to sender\n",
                        """
                This message was created automatically by mail delivery software (Exim 4.99.5).

                A message that you sent could not be delivered to one or more of its
                recipients. This is a permanent error. The following address(es) failed:

                  karl@nordkraft.example
                    SMTP error from remote mail server after RCPT TO:<karl@nordkraft.example>:
                    host mx.nordkraft.example [192.0.2.9]: 554 5.7.1 Relay access denied

                ------ This is a copy of the message, including all the headers. ------

                """ + RETURNED),
                "554",
                "5.7.1",
                Permanence.PERMANENT);
    }

    @Test
    void eximStillTries() {
        karl(
                notice(
                        "From: Mail Delivery System <Mailer-Daemon@mx.example>\n"
                                + "Subject: Warning: message 1abc delayed 24 hours\n",
                        """
                This message was created automatically by mail delivery software.
                A message that you sent has not yet been delivered to one or more of its
                recipients after more than 24 hours on the queue on mx.example.

                The address to which the message has not yet been delivered is:

                  karl@nordkraft.example

                No action is required on your part. Delivery attempts will continue for
                some time, and this warning may be repeated at intervals.
                """),
                null,
                null,
                Permanence.TEMPORARY);
    }

    @Test
    void postfixWithAnAlias() {
        InboundMail mail = notice(
                "From: MAILER-DAEMON@mx.example (Mail Delivery System)\nReturn-Path: <>\n"
                        + "Subject: Undelivered Mail Returned to Sender\n",
                """
                This is the mail system at host mx.example.

                I'm sorry to have to inform you that your message could not
                be delivered to one or more recipients. It's attached below.

                                   The mail system

                <k.berg@mail.other.example> (expanded from <karl@nordkraft.example>): host
                    mx.other.example[192.0.2.7] said: 552 5.2.2 Mailbox is full (in reply to
                    RCPT TO command)
                """);
        assertThat(mail.report().orElseThrow().recipients())
                .extracting(Recipient::address)
                .contains("karl@nordkraft.example", "k.berg@mail.other.example");
        assertThat(mail.report().orElseThrow().recipients())
                .extracting(Recipient::status)
                .contains("5.2.2");
    }

    @Test
    void sendmail() {
        karl(
                notice(
                        "From: Mail Delivery Subsystem <MAILER-DAEMON@mx.example>\n"
                                + "Subject: Returned mail: User unknown\n",
                        """
                The original message was received at Tue, 3 Nov 2026 09:00:00 +0100
                from localhost [127.0.0.1]

                   ----- The following addresses had permanent fatal errors -----
                <karl@nordkraft.example>

                   ----- Transcript of session follows -----
                ... while talking to mx.nordkraft.example.:
                >>> RCPT To:<karl@nordkraft.example>
                <<< 550 5.1.1 <karl@nordkraft.example>... User unknown
                550 <karl@nordkraft.example>... User unknown

                   ----- Unsent message follows -----
                """ + RETURNED),
                "550",
                "5.1.1",
                Permanence.PERMANENT);
    }

    @Test
    void exchange2003() {
        karl(
                notice(
                        "From: System Administrator <postmaster@nordkraft.example>\n"
                                + "Subject: Undeliverable: How Kallax did it\n",
                        """
                Your message

                  To:      karl@nordkraft.example
                  Subject: How Kallax did it
                  Sent:    Tue, 3 Nov 2026 09:00:00 +0100

                did not reach the following recipient(s):

                karl@nordkraft.example on Tue, 3 Nov 2026 09:00:10 +0100
                    The recipient name is not recognized
                    MSEXCH:IMS:NORDKRAFT:HQ:MAIL 0 (000C05A6) Unknown Recipient
                """),
                null,
                null,
                Permanence.PERMANENT);
    }

    @Test
    void gmail() {
        karl(
                notice(
                        "From: Mail Delivery Subsystem <mailer-daemon@googlemail.com>\n"
                                + "X-Failed-Recipients: karl@nordkraft.example\n"
                                + "Auto-Submitted: auto-replied\n"
                                + "Subject: Delivery Status Notification (Failure)\n",
                        """
                Delivery to the following recipient failed permanently:

                     karl@nordkraft.example

                Technical details of permanent failure:
                The server rejected the message. The error that the other server returned was:
                550 5.1.1 <karl@nordkraft.example>: Recipient address rejected

                ----- Original message -----

                """ + RETURNED),
                "550",
                "5.1.1",
                Permanence.PERMANENT);
    }

    @Test
    void yahoo() {
        karl(
                notice("From: MAILER-DAEMON@yahoo.example\nSubject: Failure Notice\n", """
                Sorry, we were unable to deliver your message to the following address.

                <karl@nordkraft.example>:
                Remote host said: 552 1 Requested mail action aborted, mailbox not found [RCPT_TO]

                --- Below this line is a copy of the message.

                """ + RETURNED),
                "552",
                null,
                Permanence.PERMANENT);
    }

    @Test
    void domino() {
        karl(
                notice(
                        "From: Postmaster@nordkraft.example\n"
                                + "Subject: DELIVERY FAILURE: User kberg not listed in Domino Directory\n",
                        """
                Your message

                  Subject: How Kallax did it

                was not delivered to:

                  karl@nordkraft.example

                because:

                  User kberg (karl@nordkraft.example) not listed in Domino Directory
                """),
                null,
                null,
                Permanence.PERMANENT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Unzustellbar: Hallo | Ihre Nachricht konnte nicht zugestellt werden an: | 550 5.1.10 unbekannter"
                        + " Empfänger",
                "Non remis : bonjour | Votre message n'a pas pu être remis à : | 550 5.1.10 destinataire inconnu",
                "No se puede entregar: hola | No se pudo entregar el mensaje a: | 550 5.1.10 desconocido",
                "Onbestelbaar: hallo | Uw bericht kan niet worden bezorgd bij: | 550 5.1.10 onbekend",
                "Olevererat: hej | Meddelandet kunde inte levereras till: | 550 5.1.10 okänd mottagare",
                "Недоставленное сообщение | Сообщение не может быть доставлено: | 550 5.1.10 неизвестен",
                "Niedostarczone: cześć | Nie można dostarczyć wiadomości do: | 550 5.1.10 nieznany",
                "Przesyłka | xyzzy plugh: | 550 5.1.10 frobnicated",
            })
    void anyLanguage(String subject, String words, String reason) {
        InboundMail mail = notice(
                "From: Mailer-Daemon@nordkraft.example\nSubject: " + subject + "\n",
                words + "\n\n<karl@nordkraft.example>:\n" + reason + "\n\n" + RETURNED);
        karl(mail, "550", "5.1.10", Permanence.PERMANENT);
    }

    /** As Exchange translates them, without a code, in a sentence or beside it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Non recapitabile: ciao | Impossibile recapitare il messaggio a karl@nordkraft.example.",
                "Não é possível entregar: olá | Sua mensagem para karl@nordkraft.example não pôde ser entregue.",
                "Det går inte att leverera: hej | Ditt meddelande till karl@nordkraft.example kunde inte levereras.",
                "Ei voi toimittaa: hei | Viestiäsi vastaanottajalle karl@nordkraft.example ei voitu toimittaa.",
                "Nedoručitelné: ahoj | Vaši zprávu pro karl@nordkraft.example se nepodařilo doručit.",
                "Nem kézbesíthető: szia | A karl@nordkraft.example címre küldött üzenet nem kézbesíthető.",
                "Teslim Edilemedi: selam | karl@nordkraft.example adresine gönderdiğiniz ileti teslim edilemedi.",
                "Nelivrabil: salut | Mesajul către karl@nordkraft.example nu a putut fi livrat.",
                "Не вдалося доставити: привіт | Повідомлення для karl@nordkraft.example не вдалося доставити.",
                "배달되지 않음: 안녕 | karl@nordkraft.example에게 보낸 메시지를 배달할 수 없습니다.",
                "配信不能: 拝啓 | メッセージをkarl@nordkraft.exampleへ配信できませんでした。",
                "退信: 您好 | 无法将邮件传递给karl@nordkraft.example。",
                "Δεν παραδόθηκε: γεια | Το μήνυμά σας προς karl@nordkraft.example δεν ήταν δυνατό να παραδοθεί.",
            })
    void exchangeInAnyLanguage(String subject, String words) {
        for (String sender : List.of(
                "Microsoft Outlook <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@nordkraft.example>",
                "postmaster@nordkraft.example")) {
            InboundMail mail = notice("From: " + sender + "\nSubject: " + subject + "\n", words + "\n");
            karl(mail, null, null, Permanence.PERMANENT);
        }
    }

    /** Nothing of it is known but that a mailer daemon names somebody on a line of their own. */
    @Test
    void aMailerDaemonThatNamesSomebodyReportsInAnyLanguage() {
        karl(
                notice(
                        "From: MAILER-DAEMON@mx.example\nSubject: Xyzzy\n",
                        "Frobnitz plugh:\n\n  karl@nordkraft.example\n\nqux."),
                null,
                null,
                Permanence.PERMANENT);
        assertThat(notice(
                                "From: postmaster@ours.example\nSubject: Quarantine: 1 message\n",
                                "Held back:\n\nkarl@nordkraft.example  Hello\n")
                        .kind())
                .isEqualTo(MessageKind.AUTOMATIC);
    }

    @ParameterizedTest
    @CsvSource({
        "'<karl@nordkraft.example>: connect: try later'",
        "'Failed to deliver to ''karl@nordkraft.example'''",
        "'Failed to deliver to *karl@nordkraft.example*'",
        "'收件人karl@nordkraft.example不存在'",
    })
    void whatStandsCloseToAnAddressIsNoneOfIt(String line) {
        assertThat(only(notice("From: MAILER-DAEMON@mx.example\nSubject: Undeliverable mail\n", line + "\n"))
                        .address())
                .isEqualTo("karl@nordkraft.example");
    }

    @ParameterizedTest
    @CsvSource({
        "'Gmail volverá a intentarlo durante 45 horas más con karl@nordkraft.example.'",
        "'karl@nordkraft.example へのメール配信。今後 46 時間再試行します。'",
        "'Frobnitz plugh karl@nordkraft.example.'"
    })
    void delaysAreTemporary(String line) {
        karl(
                notice(
                        "From: mailer-daemon@googlemail.com\nSubject: Delivery Status Notification (Delay)\n",
                        line + "\n"),
                null,
                null,
                Permanence.TEMPORARY);
    }

    /** Dovecot refuses by a disposition notification (RFC 5429): no receipt. */
    @Test
    void aRefusalInTheFormOfAReceipt() {
        Recipient recipient =
                only(MessageReader.read(Mails.bytes("From: Mail Delivery Subsystem <admin@nordkraft.example>\n"
                        + "To: anna@ours.example\nSubject: Automatically rejected mail\nMIME-Version: 1.0\n"
                        + "Content-Type: multipart/report; report-type=disposition-notification; boundary=B\n\n--B\n"
                        + "Content-Type: text/plain\n\nYour message to <karl@nordkraft.example> was automatically"
                        + " rejected:\nNo thanks\n--B\nContent-Type: message/disposition-notification\n\n"
                        + "Final-Recipient: rfc822; karl@nordkraft.example\n"
                        + "Disposition: automatic-action/MDN-sent-automatically; deleted\n\n--B--\n")));
        assertThat(recipient.address()).isEqualTo("karl@nordkraft.example");
    }

    @Test
    void versionsAndCountsAreNoCodes() {
        karl(
                notice("From: Mailer-Daemon@mx.example\nSubject: Mail delivery failed\n", """
                Exim 4.99.5 on mx.example (192.0.2.5), Postfix 4.5.1 behind it, 550 bytes, port 587 (4.99.5).
                Your message could not be delivered to:

                karl@nordkraft.example
                """),
                null,
                null,
                Permanence.PERMANENT);
    }

    @ParameterizedTest
    @CsvSource({
        "failed, 5.0.0, 'smtp; 550 5.1.1 unknown', 5.1.1, PERMANENT",
        "failed, 5.1.1, 'smtp; 550 5.7.1 blocked', 5.7.1, PERMANENT",
        "failed, 4.4.7, 'smtp; 554 delivery expired', 4.4.7, TEMPORARY",
        "failed, 5.2.2, 'smtp; 421 busy', 5.2.2, PERMANENT",
        "delayed, 5.1.1, 'smtp; 451 4.7.1 greylisted', 5.1.1, TEMPORARY",
    })
    void whatAReportStates(String action, String status, String diagnostic, String expected, Permanence permanence) {
        Recipient recipient =
                only(MessageReader.read(Mails.report("Final-Recipient: rfc822; karl@nordkraft.example\nAction: "
                        + action + "\nStatus: " + status + "\nDiagnostic-Code: " + diagnostic)));
        assertThat(recipient.status()).isEqualTo(expected);
        assertThat(recipient.permanence()).isEqualTo(permanence);
        assertThat(recipient.action()).isEqualTo(action);
    }

    @Test
    void everyRecipientOfAReportHasItsOwnLine() {
        InboundMail mail = MessageReader.read(Mails.report("""
                Original-Recipient: rfc822;karl+2Bnews@nordkraft.example
                Final-Recipient: rfc822;k@other.example
                Action: failed
                Status: 5.1.1
                Final-Recipient: rfc822;mia@nordkraft.example
                Action: delivered
                Status: 2.0.0

                Final-Recipient: rfc822;bo@nordkraft.example
                Action: delayed
                Status: 4.2.2"""));
        assertThat(mail.report().orElseThrow().recipients())
                .extracting(Recipient::address, Recipient::permanence)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("karl+news@nordkraft.example", Permanence.PERMANENT),
                        org.assertj.core.groups.Tuple.tuple("mia@nordkraft.example", Permanence.DELIVERED),
                        org.assertj.core.groups.Tuple.tuple("bo@nordkraft.example", Permanence.TEMPORARY));
    }

    @Test
    void aReportPassedOnByAPersonIsNone() {
        InboundMail mail = notice(
                "From: Mia Berg <mia@nordkraft.example>\nSubject: Fwd: Undelivered Mail Returned to Sender\n", """
                Karl has left us. Write to me.
                """);
        assertThat(mail.kind()).isEqualTo(MessageKind.FORWARD);
        assertThat(mail.report()).isEmpty();
    }

    /** The action is asked before the status (RFC 3464, section 2.3.3): a gateway's relay is no failure. */
    @ParameterizedTest
    @CsvSource({"relayed, 4.0.0", "relayed, 5.0.0", "delivered, 4.4.7", "expanded, 5.1.1"})
    void whatArrivedIsNoBounceWhateverTheStatus(String action, String status) {
        InboundMail mail = MessageReader.read(Mails.report(
                "Final-Recipient: rfc822; karl@nordkraft.example\nAction: " + action + "\nStatus: " + status + "\n"));
        assertThat(mail.kind()).isEqualTo(MessageKind.AUTOMATIC);
        assertThat(mail.automaticKind()).isEqualTo(AutomaticKind.AUTO_GENERATED);
        assertThat(mail.report().orElseThrow().permanence()).isEqualTo(Permanence.DELIVERED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Connection timed out with mx.nordkraft.example. | TEMPORARY",
                "All hosts have been failing for a long time. | TEMPORARY",
                "The server is vorübergehend nicht erreichbar. | TEMPORARY",
                "Connection timed out, and the user is unknown: no such user. | PERMANENT",
                "It gave no reason. | PERMANENT",
            })
    void withoutACodeTheWordsTellHowLong(String reason, Permanence expected) {
        InboundMail mail = notice(
                "From: MAILER-DAEMON@mx.example\nSubject: failure notice\n",
                "Your message could not be delivered.\n\n<karl@nordkraft.example>:\n" + reason + "\n");
        karl(mail, null, null, expected);
    }

    /** Whom our mail was for, where the words name nobody. */
    @Test
    void theReturnedMailTellsForWhomItWas() {
        InboundMail mail = MessageReader.read(Mails.bytes("""
                From: MAILER-DAEMON@mx.example
                To: anna@ours.example
                Subject: Undeliverable: How Kallax did it
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=B

                --B
                Content-Type: text/plain

                Your message could not be delivered: mailbox unavailable.
                --B
                Content-Type: message/rfc822

                From: anna@ours.example
                To: Karl Berg <karl@nordkraft.example>
                Message-ID: <ours@tightrope.example>
                Subject: How Kallax did it

                Hello
                --B--
                """));
        karl(mail, null, null, Permanence.PERMANENT);
    }

    /** KDDI writes from an address that other machines write from as well; none of them returns a mail. */
    @Test
    void aNoReplySenderThatReturnsTheMail() {
        String text = """
                From: no-reply@kddi.example
                To: anna@ours.example
                Subject: Notice
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=B

                --B
                Content-Type: text/plain

                Your mail sent on: Thu, 29 Apr 2026 23:45:22 +0900
                     Could not be delivered to: <karl@nordkraft.example>
                     As their mailbox is full.
                --B
                Content-Type: message/rfc822

                From: anna@ours.example
                To: karl@nordkraft.example
                Message-ID: <ours@tightrope.example>

                Hello
                --B--
                """;
        assertThat(only(MessageReader.read(Mails.bytes(text))).address()).isEqualTo("karl@nordkraft.example");
        String other = text.replace("Could not be delivered to: <karl@nordkraft.example>", "It was archived.")
                .replace("As their mailbox is full.", "");
        assertThat(MessageReader.read(Mails.bytes(other)).kind()).isEqualTo(MessageKind.AUTOMATIC);
        assertThat(notice(
                                "From: no-reply@shop.example\nSubject: Delivery failed: your parcel",
                                "It could not be delivered, write to karl@nordkraft.example about it.")
                        .kind())
                .isEqualTo(MessageKind.AUTOMATIC);
    }

    /** As lhost-x1 writes them: the parameter without its semicolon, the reason in brackets. */
    @Test
    void aPartWithABrokenTypeIsRead() {
        InboundMail mail = MessageReader.read(Mails.bytes("""
                From: "Mail Deliver System" <MAILER-DAEMON>
                To: anna@ours.example
                Subject: Returned Mail: User unknown
                Content-Type: multipart/mixed; boundary=B

                --B
                Content-Type: text/plain
                   charset="utf-8"

                The original message was received from anna@ours.example

                ---The following addresses had delivery errors---

                karl@nordkraft.example [User unknown]
                --B
                Received: from 192.0.2.250 by relay.example
                Message-Id: <ours@tightrope.example>

                Hello
                --B--
                """));
        assertThat(only(mail).address()).isEqualTo("karl@nordkraft.example");
    }

    /** A gateway may write an address as an encoded word (RFC 2047), which nobody decodes; it is one all the same. */
    @Test
    void anEncodedWordIsAnAddressWhole() {
        InboundMail mail = notice("From: MAILER-DAEMON@mx.example\nSubject: failure notice\n", """
                I wasn't able to deliver your message.

                <=?utf-8?B?8J+QiPCfkIg=?=@nordkraft.example>: 550 5.1.1 No such mailbox
                """);
        assertThat(only(mail).address()).isEqualTo("=?utf-8?b?8j+qipcfkig=?=@nordkraft.example");
    }

    private static final String SES_BOUNCE = """
            {"notificationType":"Bounce","bounce":{"bounceType":"%s","bouncedRecipients":[{"emailAddress":\
            "karl@nordkraft.example","action":"failed","status":"%s","diagnosticCode":"smtp; %s"}]},\
            "mail":{"headers":[{"name":"From","value":"anna@ours.example"},{"name":"Message-ID",\
            "value":"<ours@tightrope.example>"}]}}""";

    private static InboundMail ofSes(String json) {
        return notice("From: SES <no-reply@sns.amazonaws.example>\nSubject: AWS Notification Message", json);
    }

    @Test
    void amazonTellsByJson() {
        InboundMail mail = ofSes(SES_BOUNCE.formatted("Permanent", "5.1.1", "550 5.1.1 user unknown"));
        karl(mail, "550", "5.1.1", Permanence.PERMANENT);
        assertThat(mail.references()).contains("<ours@tightrope.example>");
        karl(
                ofSes(SES_BOUNCE.formatted("Transient", "5.2.2", "552 5.2.2 mailbox full")),
                "552",
                "5.2.2",
                Permanence.TEMPORARY);
    }

    /** As events of a configuration set name it. */
    @Test
    void amazonTellsByEventsToo() {
        String event = SES_BOUNCE
                .formatted("Transient", "5.2.2", "552 5.2.2 mailbox full")
                .replace("notificationType", "eventType");
        karl(ofSes(event), "552", "5.2.2", Permanence.TEMPORARY);
    }

    @Test
    void inSnsItsOwnEnvelopeWithLinesBrokenOnTheWay() {
        String json = SES_BOUNCE.formatted("Permanent", "5.1.1", "550 5.1.1 user unknown");
        String envelope = "{\n  \"Type\" : \"Notification\",\n  \"Message\" : \""
                + json.replace("\"", "\\\"").replace("diagnostic", "diag!\n nostic")
                + "\"\n}\n\n--\nTo stop this, click.\n";
        karl(ofSes(envelope), "550", "5.1.1", Permanence.PERMANENT);
    }

    @Test
    void otherNotificationsOfAmazonAreNoBounces() {
        String delivery = "{\"notificationType\":\"Delivery\",\"delivery\":{\"recipients\":[%s]},\"mail\":{}}";
        assertThat(ofSes(delivery.formatted("\"karl@nordkraft.example\"")).kind())
                .isEqualTo(MessageKind.AUTOMATIC);
        assertThat(ofSes(delivery.formatted("")).kind()).isEqualTo(MessageKind.AUTOMATIC);
        assertThat(ofSes("{\"notificationType\":\"AmazonSnsSubscriptionSucceeded\"}")
                        .kind())
                .isEqualTo(MessageKind.AUTOMATIC);
        assertThat(ofSes("{\"notificationType\":\"Bounce\", what?").kind()).isEqualTo(MessageKind.AUTOMATIC);
    }
}
