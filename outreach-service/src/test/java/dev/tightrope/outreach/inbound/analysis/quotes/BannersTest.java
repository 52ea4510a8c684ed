package dev.tightrope.outreach.inbound.analysis.quotes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Warnings of gateways are nobody's words. */
class BannersTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "CAUTION: This email originated from outside of the organization. Do not click links or open attachments"
                        + " unless you recognize the sender and know the content is safe.",
                "[EXTERNAL]",
                "[EXTERNAL EMAIL] Do not click links unless you know the sender.",
                "WARNING: external e-mail. Think before you click.",
                "You don't often get email from anna@ours.example. Learn why this is important",
                "ACHTUNG: Diese Nachricht kommt von außerhalb des Unternehmens.",
                "VARNING: Detta mejl kommer från en extern avsändare.",
                "*** EXTERNAL SENDER ***",
                "ZjQcmQRYFpfptBannerStart\n\nThis Message Is From an Unknown Sender\n\nYou have not previously"
                        + " corresponded with this sender.\n\nZjQcmQRYFpfptBannerEnd"
            })
    void aWarningIsCutOff(String banner) {
        assertThat(Quotes.read(banner + "\n\nPlease call me.\n\nKarl", null, "Re: x")
                        .newText())
                .isEqualTo("Please call me.\n\nKarl");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Warning: the pumps are old.\n\nCall me.",
                "External people come on Monday.\n\nCall me.",
                "Caution: this e-mail is from outside.",
                "Hello Anna,\n\nmy e-mail is external."
            })
    void whatAPersonWritesStays(String text) {
        assertThat(Quotes.read(text, null, "Re: x").newText()).isEqualTo(text);
    }
}
