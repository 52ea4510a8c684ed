package dev.tightrope.outreach.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a mail of ours is recognised by survives what relays and programs do to it. */
class TracesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Re: ",
                "RE: RE: ",
                "Fwd: ",
                "AW: ",
                "WG: ",
                "SV: ",
                "VS: ",
                "TR: ",
                "Antw: ",
                "R: ",
                "RV: ",
                "ENC: ",
                "Odp: ",
                "PD: ",
                "YNT: ",
                "İLT: ",
                "回复：",
                "转发：",
                "答复: ",
                "Trả lời: ",
                "Re[2]: ",
                "AW(3): ",
                "Σχετ: ",
                "ΠΡΘ: ",
                "[EXTERNAL] Re: ",
                "Re: [EXT] ",
                "***SPAM*** Fwd: ",
                "RE : ",
                "تحويل: ",
                "Zzqx: "
            })
    void whatIsPutInFrontOfASubjectIsNoPartOfIt(String prefix) {
        assertThat(SubjectKey.of(prefix + "How Kallax heats")).isEqualTo("howkallaxheats");
        assertThat(SubjectKey.of(prefix + "Kallax Värme: how they heat"))
                .isEqualTo(SubjectKey.of("Kallax Värme: how they heat"));
    }

    @Test
    void aSubjectOfPrefixesAloneIsNotEmptied() {
        assertThat(SubjectKey.of("Re: Fwd:")).isNotEmpty();
        assertThat(SubjectKey.of("")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "250 Ok 0102018f3a2b4c5d-1a2b3c4d-5e6f-7081-92a3-b4c5d6e7f809-000000,"
                + " 0102018f3a2b4c5d-1a2b3c4d-5e6f-7081-92a3-b4c5d6e7f809-000000",
        "'250 2.6.0 <AM0PR0102MB3@AM0.eurprd01.example> [InternalId=123, Hostname=x] Queued mail for delivery',"
                + " AM0PR0102MB3",
        "250 2.0.0 Ok: queued as 4WZx2Kq1Mz9sQbCd, 4WZx2Kq1Mz9sQbCd"
    })
    void theProvidersIdIsReadFromItsAnswer(String reply, String id) {
        assertThat(ProviderIds.inReply(reply)).contains(id);
        assertThat(ProviderIds.bare("<" + id + "@email.amazonses.com>")).isEqualTo(id);
        assertThat(ProviderIds.bare(id)).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"250 OK", "250 2.0.0 message accepted for delivery", "250 internationalization-friendly"})
    void anAnswerWithoutAnIdGivesNone(String reply) {
        assertThat(ProviderIds.inReply(reply)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div id=\"tr-abcdefghijkm2345\">",
                "<div id=\"x_tr-abcdefghijkm2345\">",
                "<div id=\"m_-5483756291tr-abcdefghijkm2345\">",
                "<div id=\"yiv1234567890tr-abcdefghijkm2345\">",
                "<div id=\"ydpd7b11b8ftr-abcdefghijkm2345\">",
                "<div id=3D\"TR-ABCDEFGHIJKM2345\">",
                "Reply-To: Anna <reply+abcdefghijkm2345@ours.example>",
                "<a href=\"mailto:reply%2Babcdefghijkm2345@ours.example\">",
                "Return-Path: <anna+b.abcdefghijkm2345@ours.example>"
            })
    void theTokenIsReadFromABody(String body) {
        assertThat(Tokens.in(body)).containsExactly("abcdefghijkm2345");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a metr-abcdefghijkm2345",
                "reply+abcdefghijkm23456@ours.example",
                "tr-abcdefghijkm23456",
                "+abcdefghijkm2345",
                "reply+c.abcdefghijkm2345@ours.example"
            })
    void whatOnlyLooksLikeATokenIsNone(String body) {
        assertThat(Tokens.in(body)).isEmpty();
    }

    @Test
    void wrappingMarksAndCaseChangeNoPieces() {
        String text = "The quick brown fox jumps over the lazy dog and goes on running through the wood.";
        String quoted =
                "> THE QUICK\n> brown fox jumps > over\n>> the lazy *dog* and goes\r\n> on running through the wood.";
        assertThat(Shingles.of(quoted)).isEqualTo(Shingles.of(text)).isNotEmpty();
    }

    @Test
    void aPassageInTheMiddleOfSomethingElseSharesPieces() {
        String passage = "Cleaning went from nine times a year to only two of them.";
        assertThat(Shingles.of("Something before it all. " + passage + " And something else behind it."))
                .containsAnyElementsOf(Shingles.of("Quite another beginning here! " + passage + " Another end."));
    }

    @Test
    void sameLettersOverAndOverAreNoTrouble() {
        assertThat(Shingles.of("a".repeat(1_000_000))).hasSize(1);
        assertThat(Shingles.of("short")).isEmpty();
    }
}
