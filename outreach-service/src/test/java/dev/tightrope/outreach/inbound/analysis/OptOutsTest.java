package dev.tightrope.outreach.inbound.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is an opt-out among mails; the phrases themselves are tried in ReadOptOutTest. */
class OptOutsTest {
    private static MessageKind kindOf(String text) {
        return read(text).kind();
    }

    private static InboundMail read(String text) {
        return MessageReader.read(Mails.bytes("""
                From: Mia Berg <mia.berg@nordkraft.example>
                To: Anna Rep <anna@ours.example>
                Subject: Re: How Kallax did it
                In-Reply-To: <ours@tightrope.example>
                Content-Type: text/plain; charset=utf-8

                %s
                """.formatted(text)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "unsubscribe",
                "Please remove me from your mailing list.\n\nBest regards\nMia Berg\nCEO",
                "Bitte streichen Sie mich aus Ihrem Verteiler.",
                "Please cease all communication.",
                "Please stop all contact with us.",
                "I request the erasure of my personal data.",
                "Please delete my address.",
                "Bitte löschen Sie meine Daten.",
                "Bitte löschen Sie meine Adresse.",
                "Ich bitte um Löschung meiner Daten.",
                "Supprimez mes données.",
                "Merci de supprimer mon adresse.",
                "Cessez toute communication.",
                "Borren mis datos, por favor.",
                "Solicito la eliminación de mis datos personales.",
                "Cancellate i miei dati.",
                "Chiedo la cancellazione dei miei dati personali.",
                "Verwijder mijn gegevens a.u.b.",
                "Staak alle communicatie.",
                "Snälla ta bort min adress.",
                "Jag vill att ni raderar mina uppgifter.",
                "Upphör med all kontakt.",
                "Slet mine oplysninger, tak.",
                "Fjern mig venligst fra jeres liste.",
                "Vennligst slett opplysningene mine.",
                "Fjern meg vennligst fra listen deres.",
                "Älä ota enää yhteyttä.",
                "Älkää ottako yhteyttä enää.",
                "Poistakaa yhteystietoni.",
                "Por favor, apaguem os meus dados.",
                "Solicito a eliminação dos meus dados pessoais.",
                "Proszę o nie kontaktowanie się ze mną.",
                "Proszę o usunięcie moich danych.",
            })
    void wishesAreHeard(String text) {
        assertThat(kindOf(text)).isEqualTo(MessageKind.OPT_OUT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Yes, please call me.",
                "Please don't call me about this, call Mia Lund, our head of sales.",
                "Please remove me from your list and contact Mia Lund instead."
            })
    void answersAreAnswers(String text) {
        assertThat(kindOf(text)).isEqualTo(MessageKind.REPLY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Please do not contact anyone at Nordkraft again.",
                "Please do not contact Nordkraft AB again.",
                "Do not contact Nord Kraft again, thanks.",
                "Kontakta inte Nordkraft igen.",
                "Bitte belästigen Sie Nordkraft GmbH nicht mehr.",
                "Ne contactez plus Nordkraft.",
                "No contacten más a Nordkraft.",
                "Neem nooit meer contact op met Nordkraft.",
            })
    void theirOwnCompanyMayBeNamed(String text) {
        InboundMail mail = read(text);
        assertThat(mail.kind()).isEqualTo(MessageKind.OPT_OUT);
        assertThat(mail.optOutForCompany()).isTrue();
    }

    /** The name of a domain is a word of the wish sometimes. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "list.ru | Please remove me from your mailing list.",
                "email.cz | Please remove me from your email list.",
                "contact.example | Please do not contact me again.",
                "please.example | Please unsubscribe me."
            })
    void aDomainThatIsAWordOfTheWishHidesNothing(String domain, String text) {
        InboundMail mail = MessageReader.read(Mails.bytes("From: Karl Holm <karl@" + domain
                + ">\nTo: anna@ours.example\nSubject: Re: hello\nIn-Reply-To: <ours@x>\n\n" + text + "\n"));
        assertThat(mail.kind()).isEqualTo(MessageKind.OPT_OUT);
    }

    /** Who asks to leave somebody else alone may mean what they like; a person reads it. */
    @Test
    void anotherCompanyIsNotTheirs() {
        InboundMail mail = read("Please do not contact anyone at Kallax again.");
        assertThat(mail.kind()).isEqualTo(MessageKind.REPLY);
        assertThat(mail.optOutForCompany()).isFalse();
        assertThat(mail.evidence())
                .anySatisfy(evidence -> assertThat(evidence.rule()).isEqualTo("perhaps-an-opt-out"));
        assertThat(kindOf("Please do not contact Nordkraft again before you have talked to Bo."))
                .isEqualTo(MessageKind.REPLY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Please do not contact Bo, contact me instead.",
                "Bitte kontaktieren Sie nicht Bo, sondern mich.",
                "Kontakta inte Bo, kontakta mig i stället.",
                "Please delete my draft, the final one is attached.",
                "Nordkraft is interested, call me.",
            })
    void referralsAreNone(String text) {
        InboundMail mail = read(text);
        assertThat(mail.kind()).isEqualTo(MessageKind.REPLY);
        assertThat(mail.evidence())
                .noneSatisfy(evidence -> assertThat(evidence.rule()).isEqualTo("perhaps-an-opt-out"));
    }

    @Test
    void anErasureAskedForInTheQuoteIsNone() {
        assertThat(kindOf("""
                Sounds good, call me.

                On Tue, 3 Nov 2026 at 09:00, Anna Rep <anna@ours.example> wrote:
                > Kallax cut its downtime by a third. Write "please delete my data" if you want no more of this.
                >
                > Please cease all communication.""")).isEqualTo(MessageKind.REPLY);
    }

    @Test
    void aWishWithSomethingBesideItIsTold() {
        assertThat(read("Please remove me from your list and contact Mia Lund instead.")
                        .evidence())
                .anySatisfy(evidence -> assertThat(evidence.rule()).isEqualTo("perhaps-an-opt-out"));
    }

    @Test
    void whatIsPassedOnIsWrittenToSomebodyElse() {
        assertThat(kindOf("""
                Please take me off this list.

                ---------- Forwarded message ---------
                From: Anna Rep <anna@ours.example>
                Date: Tue, Nov 3, 2026 at 9:00 AM
                Subject: How Kallax did it
                To: Mia Berg <mia.berg@nordkraft.example>

                Kallax cut its downtime by a third.""")).isEqualTo(MessageKind.FORWARD);
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

    @Test
    void forTheCompanyOnlyInSoManyWords() {
        assertThat(read("Please do not contact me or anyone at our company again.")
                        .optOutForCompany())
                .isTrue();
        assertThat(read("Please remove us from your list, our whole domain.").optOutForCompany())
                .isFalse();
        assertThat(read("Please remove me from your list.").optOutForCompany()).isFalse();
        assertThat(read("Do not contact anyone at our company again before you have talked to Mia.")
                        .optOutForCompany())
                .isFalse();
    }
}
