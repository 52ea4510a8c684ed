package dev.tightrope.outreach.inbound.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Wishes not to be written to again, and mails that only look like one. */
class OptOutsTest {
    private static MessageKind kindOf(String text) {
        return MessageReader.read(Mails.bytes("""
                From: Mia Berg <mia.berg@nordkraft.example>
                To: Anna Rep <anna@ours.example>
                Subject: Re: How Kallax did it
                In-Reply-To: <ours@tightrope.example>
                Content-Type: text/plain; charset=utf-8

                %s
                """.formatted(text))).kind();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "unsubscribe",
                "Unsubscribe please.",
                "STOP",
                "Please remove me from your mailing list.",
                "Do not contact me again.",
                "Please stop emailing me. I am not interested.",
                "No more emails please",
                "I do not wish to receive any further mail from you.",
                "Bitte streichen Sie mich aus Ihrem Verteiler.",
                "Bitte keine weiteren E-Mails mehr.",
                "Schreiben Sie mir bitte nicht mehr.",
                "Ta bort mig från er lista, tack.",
                "Inga fler mejl, tack.",
                "Fjern meg fra listen.",
                "Slet mig fra jeres liste.",
                "Merci de me retirer de votre liste de diffusion.",
                "Je ne souhaite plus recevoir vos messages.",
                "Por favor, deme de baja.",
                "No deseo recibir más correos.",
                "Non desidero più ricevere le vostre mail.",
                "Cancellatemi dalla vostra lista.",
                "Gelieve mij uit uw lijst te halen: ik wil geen mails meer ontvangen.",
                "Stuur mij geen mails meer.",
                "Poistakaa minut listaltanne.",
                "Não desejo receber mais e-mails.",
                "Proszę usunąć mnie z listy.",
                "Proszę nie pisać do mnie więcej.",
            })
    void wishesAreHeard(String text) {
        assertThat(kindOf(text)).isEqualTo(MessageKind.OPT_OUT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Yes, please call me.",
                "Interesting. Stop by on Thursday.",
                "We unsubscribed from the old service and look for another one.",
                "Please remove the attachment and send it again.",
                "Please send me no later than Friday what it costs.",
                "Do not call my mobile before ten, I am in meetings.",
                "Bitte senden Sie mir weitere Informationen.",
                "Jag vill gärna ha fler detaljer.",
                "Je veux recevoir votre offre.",
                "Quiero recibir más información.",
                "Our customers cancel their subscription too often; can you help?",
            })
    void otherWishesAreNoOptOut(String text) {
        assertThat(kindOf(text)).isEqualTo(MessageKind.REPLY);
    }

    @Test
    void theFooterInTheQuoteOfOurOwnMailIsNone() {
        assertThat(kindOf("""
                Sounds good, call me.

                On Tue, 3 Nov 2026 at 09:00, Anna Rep <anna@ours.example> wrote:
                > Kallax cut its downtime by a third.
                >
                > Please tell me if you want to unsubscribe: write "remove me from your list" and I will.
                > unsubscribe""")).isEqualTo(MessageKind.REPLY);
    }

    @Test
    void aSubjectAloneIsEnough() {
        assertThat(MessageReader.read(Mails.bytes("From: m@n.example\nSubject: unsubscribe\n\n"))
                        .kind())
                .isEqualTo(MessageKind.OPT_OUT);
        assertThat(MessageReader.read(Mails.bytes("From: m@n.example\nSubject: Re: how to unsubscribe\n\nHa!\n"))
                        .kind())
                .isEqualTo(MessageKind.REPLY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Please do not contact me or anyone at our company again.",
                "Do not contact anybody here. Thanks.",
                "Please remove us from your list, our whole domain.",
                "Bitte streichen Sie uns aus Ihrem Verteiler, auch alle Mitarbeiter.",
                "Ta bort oss från listan, ingen hos oss vill ha mejl.",
                "Ne nous contactez plus, toute notre société.",
                "No nos vuelvan a escribir a nadie de nuestra empresa."
            })
    void saidForEverybody(String text) {
        assertThat(kindOf(text)).isEqualTo(MessageKind.OPT_OUT);
        assertThat(OptOuts.forCompany(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Please remove me from your list.",
                "Our company is growing. Please remove me from your list.",
                "Stop",
                "Do not contact us again."
            })
    void saidForOneself(String text) {
        assertThat(OptOuts.forCompany(text)).isFalse();
    }
}
