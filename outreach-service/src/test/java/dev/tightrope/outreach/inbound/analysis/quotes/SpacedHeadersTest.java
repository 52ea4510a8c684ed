package dev.tightrope.outreach.inbound.analysis.quotes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tightrope.outreach.inbound.analysis.Party;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Header blocks that lost their line ends, so that a space alone parts the fields. */
class SpacedHeadersTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "From: Anna Rep <anna@x.example> Sent: Tuesday, November 3, 2026 9:15 AM To: Karl <karl@n.example> Subject: Re: Kallax: how",
                "From: Anna Rep <anna@x.example> Sent: Tuesday, November 3, 2026 9:15 AM To: Karl <karl@n.example>; Bo"
                        + " <bo@n.example> Cc: Ida <ida@n.example> Subject: Re: Kallax: how",
                "-----Original Message----- From: Anna Rep <anna@x.example> Sent: Tuesday, November 3, 2026 9:15 AM To: Karl"
                        + " <karl@n.example> Subject: Re: Kallax: how",
                "De : Anna Rep <anna@x.example> Date d'envoi : mardi 3 novembre 2026 09:15 À : Karl <karl@n.example> Objet :"
                        + " Re: Kallax: how",
                "보낸 사람: Anna Rep <anna@x.example> 보낸 날짜: 2026년 11월 3일 화요일 오전 09:15 받는 사람: Karl <karl@n.example> 제목: Re:"
                        + " Kallax: how",
                "Nga: Anna Rep <anna@x.example> Dërguar më: e martë, 3 nëntor 2026 09:15 Për: Karl <karl@n.example> Subject: Re:"
                        + " Kallax: how",
                "გამომგზავნი: Anna Rep <anna@x.example> გაგზავნის დრო: 3 ნოემბერი, 2026 09:15 მიმღები: Karl <karl@n.example>"
                        + " Subject: Re: Kallax: how",
            })
    void areCutWhereLabelsBegin(String block) {
        for (String words : List.of("Note.\n\n", "Note. ")) {
            if (block.startsWith("-") && words.endsWith(" ")) {
                continue;
            }
            QuotedMessage original = only(words + block, words.strip());
            assertThat(original.from()).isEqualTo(new Party("Anna Rep", "anna@x.example"));
            assertThat(original.to()).first().isEqualTo(new Party("Karl", "karl@n.example"));
            assertThat(original.date()).contains("2026").endsWith(block.contains("AM") ? "9:15 AM" : "09:15");
            assertThat(original.subject()).isEqualTo("Re: Kallax: how");
            assertThat(original.text()).isEqualTo("Dear Karl");
        }
    }

    @Test
    void namesAloneCountWhereEveryLabelIsKnown() {
        QuotedMessage original =
                only("Note.\n\nFrom: Anna Rep Sent: November 3, 2026 9:15 AM To: Karl Holm Subject: Kallax", "Note.");
        assertThat(original.from()).isEqualTo(new Party("Anna Rep", null));
        assertThat(original.to()).containsExactly(new Party("Karl Holm", null));
    }

    @Test
    void addressesMayStandBare() {
        QuotedMessage original = only(
                "Note.\n\nAvsändes: anna@x.example Dagen: 3 november 2026 09:15 Mottages: karl@n.example Rörande: Re: Kallax",
                "Note.");
        assertThat(original.from()).isEqualTo(new Party(null, "anna@x.example"));
        assertThat(original.subject()).isEqualTo("Re: Kallax");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "When: 3 Nov 2026 09:00 Where: our office Contact: Karl <karl@n.example>",
                "Hi: I met Anna: she said on 3 Nov 2026 at noon: write to anna@x.example. Bye: Karl",
                "From: here To: there Date: 3 Nov 2026 Note: bring anna@x.example and Bo",
                "Ask: Anna <anna@x.example> Or: Karl <karl@n.example> Yours: Bo",
            })
    void otherLinesWithColonsStayWhole(String line) {
        Conversation read = Quotes.read("Hello\n\n" + line, null, "Kallax");
        assertThat(read.newText()).isEqualTo("Hello\n\n" + line);
        assertThat(read.quoted()).isEmpty();
    }

    private static QuotedMessage only(String body, String newText) {
        Conversation read = Quotes.read(body + "\n\nDear Karl", null, "FW: Kallax");
        assertThat(read.newText()).isEqualTo(newText);
        assertThat(read.quoted()).hasSize(1);
        return read.quoted().get(0);
    }
}
