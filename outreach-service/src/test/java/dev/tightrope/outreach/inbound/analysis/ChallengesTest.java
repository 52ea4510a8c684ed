package dev.tightrope.outreach.inbound.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Systems that ask the sender to prove to be a person, and people who ask to confirm something else. */
class ChallengesTest {
    private static InboundMail read(String headers, String subject, String text) {
        return MessageReader.read(
                Mails.bytes("""
                From: Mia Berg <mia.berg@nordkraft.example>
                To: Anna Rep <anna@ours.example>
                Date: Tue, 24 Nov 2026 09:30:00 +0100
                Message-ID: <a1@nordkraft.example>
                %sSubject: %s
                Content-Type: text/plain; charset=utf-8

                %s
                """.formatted(headers.isBlank() ? "" : headers.strip() + "\n", subject, text)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // BoxTrapper, SpamLion, TMDA, ASK, ChoiceMail, Bluebottle, Spam Arrest, 0spam, by their marks
                "X-Boxtrapper: x | Your email requires verification verify#abc | Prove that you are a real live human"
                        + " being and no spam source: simply reply to this message.",
                "Spamlion: 1 | Kallax | Please confirm that you sent this mail by replying to it.",
                "X-Bluebottle-Request: 1 | Kallax | Verify your address: https://c.example/1",
                "X-Spamarrest-noauth: 1 | Re: Kallax | Complete the verification of your message: https://c.example/1",
                "X-ExiSpam: ExiSpam | Kallax | Confirm your message at https://c.example/1",
                "X-Spamazoid-MD: 1 | Kallax | Confirm your message at https://c.example/1",
                "Precedence: spam | Kallax | Click https://c.example/1 to confirm your mail.",
                "Return-Path: <devnull-quarantine@c.example> | Kallax | Confirm your message at https://c.example/1",
                "Reply-To: mia-confirm-1.2.abc@c.example | Kallax | Reply to confirm your message.",
                // By what they say, without any mark
                "X-Mailer: C | Your email requires verification verify#abc | The message you sent requires that you"
                        + " verify that you are a live human being. To do so reply and leave the subject intact.",
                "X-Mailer: C | Re: Kallax | To control spam I now allow only senders I have approved beforehand. To be"
                        + " added to my list of approved senders, fill out the request form, and I will receive your"
                        + " original message: https://c.example/1",
                "X-Mailer: C | Re: Kallax | Your email was received but not yet delivered. Click the link below to"
                        + " complete the verification: https://c.example/1",
                "X-Mailer: C | Kallax is being held | Your message was placed in a pending folder. Reply to this"
                        + " message to confirm that you are a real person.",
                "X-Mailer: C | Please verify your message | Sent by Vanquish. To have your mail delivered click"
                        + " https://c.example/1",
                "X-Mailer: C | [Qurb #1] Kallax | Your message was quarantined, since you are not in my address book. If"
                        + " I am to see it, please reply.",
                "X-Mailer: C | Re: Kallax | I only accept mail from known senders because of spam. Click"
                        + " https://c.example/1 to prove you are not a robot.",
                "X-Mailer: C | AntiSpam UOL » Kallax | Para que sua mensagem seja encaminhada, clique aqui:"
                        + " https://c.example/1",
                "X-Mailer: C | Re: Kallax | Ihre E-Mail wurde noch nicht zugestellt. Bestätigen Sie einmalig, dass Sie"
                        + " kein Spammer sind: https://c.example/1",
                "X-Mailer: C | Re: Kallax | Votre message est en attente. Prouvez que vous n'êtes pas un robot en"
                        + " cliquant ici : https://c.example/1",
                "X-Mailer: C | Re: Kallax | Su mensaje está retenido. Confirme que no es un robot haciendo clic en"
                        + " https://c.example/1",
                "X-Mailer: C | Re: Kallax | Il tuo messaggio è in attesa. Conferma di essere umano:"
                        + " https://c.example/1",
                "X-Mailer: C | Re: Kallax | Uw bericht wordt vastgehouden. Bevestig dat u een mens bent:"
                        + " https://c.example/1",
                "X-Mailer: C | Re: Kallax | Ditt meddelande hålls kvar i karantän. Bekräfta att du är en människa:"
                        + " https://c.example/1",
                "X-Mailer: C | Re: Kallax | Twoja wiadomość została wstrzymana. Potwierdź, że jesteś człowiekiem:"
                        + " https://c.example/1",
                // By what they say, from a machine
                "Auto-Submitted: auto-replied | Unverified email to mia | The email you sent was not verified. Follow"
                        + " this link to verify that you sent it: https://c.example/1",
                "Auto-Submitted: auto-replied | Kallax | Your mail was put in quarantine since you are not on the"
                        + " whitelist. Reply to this message to be authorized.",
                "Auto-Submitted: auto-replied | Kallax | Mia uses a filter against junk. This is the first time you"
                        + " write. Please reply to this message so that it can be delivered. You will not have to do"
                        + " this again.",
                "X-Mailer: C | Please confirm your message | Your message is held in my spam filter until you confirm that"
                        + " you are a person: https://c.example/1. You need to do this once only.",
            })
    void challenges(String header, String subject, String text) {
        InboundMail mail = read(header, subject, text);
        assertThat(mail.automaticKind()).as("%s", mail.evidence()).isEqualTo(AutomaticKind.CHALLENGE_RESPONSE);
        assertThat(mail.automatic()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Please confirm | Please confirm that you come on Monday; https://nordkraft.example/map shows the way."
                        + " We need to verify your identity at the gate.",
                "Please verify your address | Is it Storgatan 1? I will send the sender form. Reply to this message so"
                        + " that the contract can be delivered. https://nordkraft.example",
                "Re: Kallax | Your e-mail was held in our spam filter, I have released it now. Please reply to confirm"
                        + " the meeting: https://nordkraft.example/1",
                "Re: Kallax | Your mail was blocked by our spam filter; I had to put you on our list of approved senders."
                        + " Call me. https://nordkraft.example",
                "Re: Your story | Your message was held in our spam filter, I have released it and put you on our"
                        + " whitelist. Please reply with a time to talk.",
                "Re: Your message was held | Our IT department does not know your address, so the mail was held. I put"
                        + " you on the safe list. Reply when you have time.",
                "Re: Your story | Votre message était en attente dans la quarantaine. Merci de confirmer le"
                        + " rendez-vous, cliquez ici: https://nord.example",
                "Please confirm your message | Could you confirm your message of Monday about the price? Just reply.",
                "Challenge | Our challenge is to verify the flow before delivery. Reply when you can."
                        + " https://nordkraft.example",
                "Re: Kallax | All suppliers have to register on our list of approved senders first:"
                        + " https://nordkraft.example/s. Could you do that and call me?",
                "Re: Kallax | Bitte bestätigen Sie den Termin: https://nordkraft.example/1. Ihre Nachricht habe ich Bo"
                        + " gegeben.",
                "Re: Kallax | Bekräfta mötet här: https://nordkraft.example/1. Ditt mejl fick jag i går.",
            })
    void nobodyIsTakenForOne(String subject, String text) {
        InboundMail mail = read("In-Reply-To: <ours@x.example>", subject, text);
        assertThat(mail.kind()).as("%s", mail.evidence()).isEqualTo(MessageKind.REPLY);
    }

    /** Outlook's postmark against spam stands on people's mail. */
    @Test
    void outlooksPostmarkIsNoChallenge() {
        InboundMail mail = read(
                "In-Reply-To: <ours@x.example>\nX-CR-HashedPuzzle: x\nX-CR-PuzzleID: {AA}",
                "Re: Kallax",
                "Anna handles it. Please confirm your e-mail address by reply.");
        assertThat(mail.kind()).isEqualTo(MessageKind.REPLY);
    }

    @Test
    void whoQuotesOnOrPassesOnOneIsAPerson() {
        String challenge =
                "Your message is being held. To have it delivered, click https://c.example/1 to prove that you"
                        + " are human.";
        assertThat(read(
                                "In-Reply-To: <ours@x.example>",
                                "Re: Your message is being held",
                                "I never got it.\n\n> " + challenge)
                        .kind())
                .isEqualTo(MessageKind.REPLY);
        assertThat(read("", "Fwd: Your message is being held", """
                Karl, is this yours?

                ---------- Forwarded message ---------
                From: Bo Ek <bo@nordkraft.example>
                Date: Tue, 24 Nov 2026 at 08:00
                Subject: Your message is being held
                To: Mia Berg <mia.berg@nordkraft.example>

                """ + challenge).kind())
                .isEqualTo(MessageKind.FORWARD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Your mail to Mgmt is being held until the list moderator can review it. To cancel it visit"
                        + " https://l.example/confirm/1",
                "Your mail to Mgmt is being held until the list moderator can review it, as it may be spam. To cancel"
                        + " it click https://l.example/confirm/1",
                "Your message has been placed in our queue. Reply to this message to add to it.",
                "Thank you for signing up. Click https://n.example/1 to confirm your e-mail address.",
            })
    void otherMachinesAskForNoProof(String text) {
        InboundMail mail = read("Auto-Submitted: auto-generated", "Kallax", text);
        assertThat(mail.kind()).isEqualTo(MessageKind.AUTOMATIC);
        assertThat(mail.automaticKind()).isNotEqualTo(AutomaticKind.CHALLENGE_RESPONSE);
    }

    @Test
    void theMakerOfOneWritesOtherThings() {
        InboundMail mail = read("Auto-Submitted: auto-generated", "Verification required", """
                Thank you for buying Spam Arrest. Your invoice: https://s.example/1""");
        assertThat(mail.automaticKind()).isEqualTo(AutomaticKind.AUTO_GENERATED);
    }

    /** It comes from a daemon, names an address and says what was not delivered: a bounce, were it not asked for first. */
    @Test
    void whatLooksLikeABounceAsWellIsAChallenge() {
        InboundMail mail = MessageReader.read(Mails.bytes("""
                From: Mail Delivery System <MAILER-DAEMON@nordkraft.example>
                To: anna@ours.example
                Return-Path: <>
                Auto-Submitted: auto-replied
                Subject: Your message is being held
                Content-Type: text/plain; charset=utf-8

                Your message was not yet delivered to the following recipient:

                <mia.berg@nordkraft.example>: 550 5.7.1 sender not verified

                To have your message delivered, reply to this message to confirm that you are a real person.
                """));
        assertThat(mail.kind()).isEqualTo(MessageKind.AUTOMATIC);
        assertThat(mail.automaticKind()).isEqualTo(AutomaticKind.CHALLENGE_RESPONSE);
        assertThat(mail.report()).isEmpty();
    }
}
