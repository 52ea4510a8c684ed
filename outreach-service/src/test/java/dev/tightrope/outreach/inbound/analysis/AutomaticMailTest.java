package dev.tightrope.outreach.inbound.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Machines that answer, and people who must not be taken for one. */
class AutomaticMailTest {
    private static InboundMail read(String headers, String subject, String text) {
        String from = headers.contains("From: ") ? "" : "From: Mia Berg <mia.berg@nordkraft.example>\n";
        String id = headers.contains("Message-Id: ") ? "" : "Message-ID: <a1@nordkraft.example>\n";
        return MessageReader.read(Mails.bytes(from + id + """
                To: Anna Rep <anna@ours.example>
                Date: Tue, 24 Nov 2026 09:30:00 +0100
                %sSubject: %s
                Content-Type: text/plain; charset=utf-8

                %s
                """.formatted(headers, subject, text)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Auto-Submitted: auto-replied | Re: hello | I am out of the office and back on 7 December. |"
                        + " OUT_OF_OFFICE",
                "Auto-Submitted: auto-generated | Automatic reply: hello | I am on leave. | OUT_OF_OFFICE",
                "X-Auto-Response-Suppress: All | Automatisk svar: hello | Jeg er på ferie. | OUT_OF_OFFICE",
                "X-Auto-Response-Suppress: All | Automatiskt svar: hello | Jag har semester. | OUT_OF_OFFICE",
                "X-Auto-Response-Suppress: All | Automatische Antwort: hello | Ich bin im Urlaub. | OUT_OF_OFFICE",
                "X-Auto-Response-Suppress: All | Réponse automatique : hello | Je suis en congés. | OUT_OF_OFFICE",
                "X-Auto-Response-Suppress: All | Respuesta automática: hello | Estoy de vacaciones. | OUT_OF_OFFICE",
                "X-Auto-Response-Suppress: All | Risposta automatica: hello | Sono in ferie. | OUT_OF_OFFICE",
                "X-Auto-Response-Suppress: All | Automatisch antwoord: hello | Ik ben afwezig. | OUT_OF_OFFICE",
                "X-Auto-Response-Suppress: All | Automaattinen vastaus: hello | Olen lomalla. | OUT_OF_OFFICE",
                "X-Auto-Response-Suppress: All | Resposta automática: hello | Estou de férias. | OUT_OF_OFFICE",
                "X-Auto-Response-Suppress: All | Odpowiedź automatyczna: hello | Jestem na urlopie. | OUT_OF_OFFICE",
                "X-Auto-Response-Suppress: All | Αυτόματη απάντηση: hello | Λείπω από το γραφείο. | OUT_OF_OFFICE",
                "X-Mailer: Responder | תשובה אוטומטית: hello | אני בחופשה | OUT_OF_OFFICE",
                "X-Mailer: Responder | الرد التلقائي: hello | أنا خارج المكتب | OUT_OF_OFFICE",
                "X-Mailer: Responder | Автоматична відповідь: hello | Я у відпустці. | OUT_OF_OFFICE",
                "X-Mailer: Responder | Automatická odpověď: hello | Jsem mimo kancelář. | OUT_OF_OFFICE",
                "X-Mailer: Responder | 自動回覆: hello | 我休假中 | OUT_OF_OFFICE",
                "X-Mailer: Responder | AUTO: Mia is out of the office (returning 7/12/2026) | I am away. | OUT_OF_OFFICE",
                "X-Mailer: Responder | Abwesenheitsnotiz | Ich bin im Urlaub. | OUT_OF_OFFICE",
                "X-Mailer: Responder | Semester till den 7 december | Jag är på semester. | OUT_OF_OFFICE",
                "Content-Type: multipart/report; report-type=tlsrpt; boundary=B | Report domain: x | x |"
                        + " AUTO_GENERATED",
                "X-Mailer: Responder | Out of Office | I am away until Monday. | OUT_OF_OFFICE",
                "X-Autoreply: yes | Re: hello | Thank you, your request has the number 4711. | AUTO_REPLY",
                "Precedence: auto_reply | Re: hello | We have received your message. | AUTO_REPLY",
                "Auto-Submitted: auto-generated | [Request received] hello | Your request (4711) has been received. |"
                        + " AUTO_REPLY",
                "Auto-Submitted: auto-generated | Backup done | All went well. | AUTO_GENERATED",
                "Precedence: bulk | News in November | Read this. | AUTO_GENERATED",
            })
    void whyAMachineWrote(String header, String subject, String text, AutomaticKind kind) {
        InboundMail mail = read(header + "\n", subject, text);
        assertThat(mail.kind()).isEqualTo(MessageKind.AUTOMATIC);
        assertThat(mail.automaticKind()).isEqualTo(kind);
        assertThat(mail.automatic()).isTrue();
        assertThat(mail.evidence().get(0).confidence()).isBetween(0.5, 1.0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "I am out of the office | I am out of the office until Monday. I will answer when I return.",
                "Out of Office Re: hello | I will be out until Monday.",
                "OOO: back 7 Dec | Hi, I am OOO.",
                "Re: hello (Out of office) | I am out of the office. For urgent matters please contact Bo.",
                "hello [auto-reply] | I am away until 7 December.",
                "Vacation | I am on vacation until December 7. Please contact Bo for anything urgent.",
                "Urlaub bis 7.12. | Ich bin im Urlaub. In dringenden Fällen wenden Sie sich an Bo Ek.",
                "Frånvaro | Jag är på tjänsteresa och är åter på måndag. Vid brådskande ärenden, kontakta Bo.",
                "Poissaoloilmoitus | Olen lomalla 7.12. asti. Kiireellisissä asioissa ota yhteyttä Bo Ekiin.",
                "Fraværsmelding: hello | Jeg er ikke på kontoret før 7. desember.",
                "Afwezigheidsbericht: hello | Ik ben afwezig. Neem bij spoed contact op met Bo.",
                "Message d'absence | Je suis absent jusqu'au 7 décembre. En cas d'urgence, contactez Bo.",
                "Mensaje de ausencia | Estaré fuera hasta el 7 de diciembre.",
                "Messaggio di assenza | Sono assente fino al 7 dicembre. Per urgenze contattare Bo.",
                "Aviso de ausência | Estou de férias até 7 de dezembro.",
                "Nieobecność w biurze | Jestem nieobecny do 7 grudnia.",
                "Automaatne vastus | Olen puhkusel.",
                "Sjálfvirk svörun: hello | Ég er í fríi.",
            })
    void noticesWithoutAMachinesHeader(String subject, String text) {
        InboundMail mail = read("X-Mailer: Responder\n", subject, text);
        assertThat(mail.automaticKind()).as("%s", mail.evidence()).isEqualTo(AutomaticKind.OUT_OF_OFFICE);
    }

    /** Exchange sets it on people's mail as well; beside a machine's subject it tells which machine. */
    @Test
    void whoSuppressesAnswersToAMachinesSubjectIsAway() {
        assertThat(read("X-Auto-Response-Suppress: All\n", "Automatic reply: hello", "Please write to Bo.")
                        .automaticKind())
                .isEqualTo(AutomaticKind.OUT_OF_OFFICE);
        assertThat(read("X-Mailer: Responder\n", "Automatic reply: hello", "Please write to Bo.")
                        .automaticKind())
                .isEqualTo(AutomaticKind.AUTO_REPLY);
    }

    @Test
    void machinesAtSuchAddressesStayMachines() {
        assertThat(read(
                                "In-Reply-To: <ours@x>\nPrecedence: bulk\n",
                                "Re: hello",
                                "I am on vacation until Monday. Call me then.")
                        .automaticKind())
                .isEqualTo(AutomaticKind.OUT_OF_OFFICE);
        assertThat(read(
                                "In-Reply-To: <ours@x>\nPrecedence: bulk\n",
                                "Re: hello",
                                "I am on vacation. Your mail will be read when I return. If it is urgent call me.")
                        .automaticKind())
                .isEqualTo(AutomaticKind.OUT_OF_OFFICE);
        assertThat(read(
                                "In-Reply-To: <ours@x>\nPrecedence: bulk\n",
                                "[Ticket 12] hello",
                                "Your request was received and has the number 12. Can we help you further?")
                        .automatic())
                .isTrue();
        assertThat(read(
                                "In-Reply-To: <ours@x>\nFrom: <noreply@nordkraft.example>\n",
                                "Re: hello",
                                "Do not reply to this mail. Are you interested in our offers?")
                        .automatic())
                .isTrue();
    }

    /** What fml writes itself has the shape of a forward, or none at all. */
    @Test
    void aListServersOwnLettersAreNoAnswers() {
        String own = "X-MLServer: fml [fml 4.0.3]\nMessage-Id: <200504292334.FMLFFFFFF0.neko@nordkraft.example>\n"
                + "References: <ours@x>\n";
        assertThat(read(own, "Loop Alert: Duplicated Message-ID (neko ML)", """
                Duplicated Message-ID in <neko@nordkraft.example>.

                Original mail as follows:

                   Date: Tue, 24 Nov 2026 09:00:00 +0100
                   From: Anna Rep <anna@ours.example>
                   To: <neko@nordkraft.example>
                   Subject: Kallax

                   Hello
                """).kind())
                .isEqualTo(MessageKind.BOUNCE);
        assertThat(read(
                                own,
                                "You anna@ours.example are not member (neko ML)",
                                "You are not a member of this mailing list.")
                        .kind())
                .isEqualTo(MessageKind.BOUNCE);
        String passedOn = "X-MLServer: fml [fml 4.0.3]\nMessage-Id: <mias@nordkraft.example>\n";
        assertThat(read(passedOn, "[neko:1] hello", "Yes, call me.").automatic())
                .isFalse();
    }

    @Test
    void theReturnDateIsRead() {
        InboundMail mail = read(
                "X-Auto-Response-Suppress: All\n",
                "Automatiskt svar: hello",
                "Jag är på semester, åter den 7 december.");
        assertThat(mail.returnsOn()).isEqualTo(LocalDate.of(2026, 12, 7));
    }

    @Test
    void aPersonalMailboxThatAnswersByItselfIsAway() {
        InboundMail mail = read(
                "Auto-Submitted: auto-replied\nIn-Reply-To: <ours@x>\n",
                "hello",
                "Bitte wenden Sie sich an karl@nordkraft.example");
        assertThat(mail.automaticKind()).isEqualTo(AutomaticKind.OUT_OF_OFFICE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "X-Auto-Response-Suppress: All | Re: hello | Thanks, call me on Thursday.",
                "X-Auto-Response-Suppress: DR, OOF, AutoReply | hello | I was out of the office yesterday; let us"
                        + " talk.",
                "X-MS-Exchange-Inbox-Rules-Loop: a@b.example | FW: hello | Karl, please look at this.",
                "X-Mailer: Outlook | Re: Out of office next week? | No, I am here.",
                "X-Mailer: Outlook | Re: Automatic reply: hello | I am back now. When do we meet?",
                "X-Mailer: Outlook | hello | I am on vacation next week, but Karl is here. Call him.",
                "Auto-Submitted: no | Re: hello | Yes.",
                "Precedence: list | Re: hello | I asked the group.",
                "List-Post: <mailto:g@x.example>~Precedence: bulk | Re: hello | I asked the group.",
                "Precedence: normal | Re: undeliverable mail | My server said 550 5.1.1 user unknown; what is wrong?",
                "X-Mailer: Outlook | Re: hello | Please confirm the meeting: https://meet.example/1",
                "X-Mailer: Outlook | Zustellung der Unterlagen | Sie konnten nicht zugestellt werden, senden Sie sie an"
                        + " karl@nordkraft.example",
                "X-Mailer: Outlook | No se pudo entregar el paquete | No se pudo entregar. Escriba a"
                        + " karl@nordkraft.example",
                "X-Mailer: Outlook | Onbestelbaar pakket | Het kon niet worden bezorgd, mail karl@nordkraft.example",
                "X-Mailer: Outlook | Не удалось доставить груз | Не удалось. Пишите на karl@nordkraft.example",
                "X-Mailer: Outlook | 无法参加会议 | 我周一无法参加会议，请联系 karl@nordkraft.example",
                "X-Mailer: Outlook | Returned mail | Your letter was returned to us; write to karl@nordkraft.example",
                "X-Mailer: Outlook | Urlaubsplanung | Ab Montag bin ich im Urlaub, rufen Sie vorher an.",
                "X-Mailer: Outlook | Ferie e permessi | Cerchiamo un programma per ferie e permessi.",
                "X-Mailer: Outlook | Auto: 20 cars | Please quote for 20 cars.",
                // Absences among business
                "X-Mailer: Outlook | Urlaub | Ich bin gerade im Urlaub, aber das klingt gut. Rufen Sie mich am 7."
                        + " Dezember an!",
                "X-Mailer: Outlook | Ferie | Siamo in ferie fino al 7, poi mi chiami volentieri.",
                "X-Mailer: Outlook | Urlop | Jestem na urlopie do 7 grudnia, potem chętnie porozmawiam.",
                "X-Mailer: Outlook | Semester | Jag är på semester nu men det här låter bra, ring mig den 7 december.",
                "X-Auto-Response-Suppress: All | Semester | Jag är på semester nu men det här låter bra, ring mig den 7"
                        + " december.",
                "X-Mailer: Outlook | Semester | Jag är på semester. Vi skulle behöva en ny växlare till våren.",
                "X-Mailer: Outlook | On leave | Bo is on leave, I handle this now. What would it cost us?",
                "X-Auto-Response-Suppress: All | Absence | Sorry for my absence. I am out today. Could we talk on"
                        + " Monday?",
                "X-Mailer: Outlook | Out of office but interested | I am out of the office this week but interested."
                        + " Please call me on Monday.",
                "X-Mailer: Outlook | Out of office | I saw your mail while out of office. Kallax is our biggest rival,"
                        + " tell me more.",
                "X-Mailer: Outlook | I am away next week | I am away next week; the pumps at Kallax look like ours, so"
                        + " come before.",
                // Machines as the matter
                "X-Mailer: Outlook | Automatic reply systems | Hi Anna, we sell automatic reply systems, and need heat.",
                "X-Auto-Response-Suppress: All | Automatic reply systems | We sell them. Heat is our trouble as well.",
                "X-Mailer: Outlook | Auto response time | Our auto response time is too slow; can Kallax help?",
                "X-Mailer: Outlook | Automatic reply: how does it work? | Hi Anna, how do I set it up?",
                // Addresses and marks of machines
                "In-Reply-To: <ours@x>~From: Karl <postmaster@nordkraft.example> | Re: hello | I run our mail here and"
                        + " am also the CEO. Call me.",
                "In-Reply-To: <ours@x>~From: Nordkraft <notifications@nordkraft.example> | Re: hello | Karl here, call"
                        + " me.",
                "In-Reply-To: <ours@x>~From: Karl <noreply.karl@nordkraft.example> | Re: hello | Låter intressant, ring"
                        + " mig på torsdag.",
                "In-Reply-To: <ours@x>~Precedence: bulk | Re: hello | Yes, go ahead and send the offer to me.",
                "In-Reply-To: <ours@x>~From: Nordkraft <noreply@nordkraft.example> | Re: hello | Yes, Anna Berg is the"
                        + " one. She sits in Malmö.",
                "In-Reply-To: <ours@x>~Precedence: bulk | Re: hello | Anna is responsible for this.",
                "In-Reply-To: <ours@x>~Precedence: bulk | Re: hello | Vår underhållschef heter Anna Berg.",
                "In-Reply-To: <ours@x>~From: Karl <postmaster@nordkraft.example> | Re: hello | The person is Anna"
                        + " Berg.",
                // Mail that came back, as people tell of it
                "To: Sam Rep <sam@ours.example> | Mail delivery failed | Hi Sam, your colleague's mail bounced: 550"
                        + " 5.1.1 user unknown for anna@nordkraft.example. She left. Write to Eva.",
                "To: Sam Rep <sam@ours.example> | Undelivered mail | Kära Sam, ditt mejl kom i retur."
                        + " <anna@nordkraft.example>: 550 5.1.1 User unknown",
                "X-Mailer: Outlook | PD: Undelivered Mail Returned to Sender | Wróciło do mnie."
                        + " <anna@nordkraft.example>: 550 5.1.1 User unknown",
                "X-Mailer: Outlook | Returned mail | I got my mail returned: could not be delivered to"
                        + " <ann@ours.example>. user unknown. 550 5.1.1. So I try this address. We are interested!",
                "In-Reply-To: <ours@x> | Undeliverable | It came back: 550 5.1.1 user unknown <ann@ours.example>",
                "X-Mailer: Outlook | Failed delivery of pump | The pump was not delivered: address unknown. Call"
                        + " <bo@nordkraft.example>: 550 units missing.",
                "X-Autoreply: no | Re: hello | Yes.",
                "X-Mailer: Outlook | Delivery failed? | Your mail was rejected by our filter at first, but I have it"
                        + " now.",
            })
    void nobodyIsTakenForAMachine(String header, String subject, String text) {
        InboundMail mail = read(header.replace("~", "\n") + "\n", subject, text);
        assertThat(mail.kind().byPerson()).as("%s", mail.evidence()).isTrue();
        assertThat(mail.automatic()).isFalse();
        assertThat(mail.automaticKind()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Auto-Submitted: auto-replied|Please confirm your message|Your mail has been held. To have it"
                        + " delivered, please confirm that you are a person: https://c.example/1",
                "Return-Path: <>|Re: hello (verification)|This mailbox is protected from unsolicited mail. Reply to"
                        + " this message to verify your address and I will receive it; you only need to do this once.",
                "X-TMDA-Fingerprint: x|Please confirm your message|Please reply to this message to release the one"
                        + " that is waiting.",
                "Precedence: bulk|Action required: verify your e-mail|You are not on the list of approved senders."
                        + " Click https://c.example/v to authenticate yourself and your message will be delivered.",
                "Auto-Submitted: auto-replied|Re: hello (waitlisted)|Your message was waitlisted. To have your message"
                        + " delivered, click here to be added to my guest list: https://g.example/1",
                "X-Mailer: C|Re: hello [Verification]|Just this once, click the link below so that I can receive your"
                        + " mails. You won't have to do this again. https://v.example/2",
                "Auto-Submitted: auto-replied|Bitte bestätigen Sie Ihre E-Mail|Um Spam zu vermeiden, müssen Sie Ihre"
                        + " Nachricht einmalig bestätigen: https://c.example/3",
                "X-Mailer: C|AntiSpam UOL » hello|Sua mensagem será entregue assim que confirmar que não é spam:"
                        + " https://c.example/1",
                "Auto-Submitted: auto-replied|Veuillez valider votre envoi|Votre message est en attente. Merci de"
                        + " confirmer votre adresse : https://c.example/1",
                "Auto-Submitted: auto-replied|Bitte bestätigen|Ihre Nachricht wird erst zugestellt, wenn Sie sich"
                        + " ausweisen: Bestätigen Sie bitte Ihre Nachricht unter https://c.example/1",
            })
    void challengesAreToldFromBounces(String message) {
        String[] parts = message.split("\\|");
        InboundMail mail = MessageReader.read(
                Mails.bytes("From: MAILER-DAEMON@nordkraft.example\nTo: anna@ours.example\n" + parts[0] + "\nSubject: "
                        + parts[1] + "\nContent-Type: text/plain; charset=utf-8\n\n" + parts[2] + "\n"));
        assertThat(mail.automaticKind()).as("%s", mail.evidence()).isEqualTo(AutomaticKind.CHALLENGE_RESPONSE);
        assertThat(mail.report()).isEmpty();
    }
}
