package dev.tightrope.outreach.inbound.analysis.quotes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tightrope.outreach.inbound.analysis.Party;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Header blocks of programs that print them in a way of their own, with the lexicon and without. */
class HeaderBlocksTest {
    private static final String TEXT = "\n\nDear Karl,\nBring: figures\n\nAnna";

    static Stream<String> ofTheirOwn() {
        return Stream.of(
                "------------------ 原始邮件 ------------------\n发件人: \"Anna Rep\" <anna@ours.example>;\n"
                        + "发送时间: 2026年11月3日(星期二) 上午9:15\n收件人: \"Karl\" <karl@nordkraft.example>;\n主题: Kallax",
                "-----Original Message-----\nFrom: \"Anna Rep\" <anna@ours.example>\nTo: <karl@nordkraft.example>;\nCc:\n"
                        + "Sent: 2026-11-03 (화) 09:15:00 (UTC+09:00)\nSubject: Kallax",
                "Gesendet: Dienstag, 03. November 2026 um 09:15 Uhr\nVon: \"Anna Rep\" <anna@ours.example>\n"
                        + "An: karl@nordkraft.example\nBetreff: Kallax",
                "============ Forwarded message ============\nFrom: Anna Rep <anna@ours.example>\n"
                        + "To: <karl@nordkraft.example>\nDate: Tue, 03 Nov 2026 09:15:00 +0100\nSubject: Kallax\n"
                        + "============ Forwarded message ============",
                "----- Forwarded by Karl Holm/NK on 11/04/2026 08:01 AM -----\n\nFrom: Anna Rep <anna@ours.example>\n"
                        + "To: Karl Holm/NK@NK, karl@nordkraft.example\nDate: 11/03/2026 09:15 AM\nSubject: Kallax",
                "-------- Пересылаемое сообщение --------\nОт кого: Anna Rep <anna@ours.example>\n"
                        + "Кому: karl@nordkraft.example\nДата: Вторник, 3 ноября 2026, 9:15 +03:00\nТема: Kallax",
                "----- 転送メッセージ -----\n差出人： Anna Rep <anna@ours.example>\n宛先： karl@nordkraft.example\n"
                        + "日時： 2026年11月3日 9:15\n件名： Kallax",
                "> From: Anna Rep <anna@ours.example>\n> Subject: Kallax\n> Date: November 3, 2026 at 9:15:00 AM GMT+1\n"
                        + "> To: Karl Holm <karl@nordkraft.example>\n> Cc: Bo <bo@ours.example>\n> Reply-To: x@ours.example",
                "Von / From: Anna Rep <anna@ours.example>\nGesendet / Sent: Dienstag, 3. November 2026 09:15\n"
                        + "An / To: Karl Holm <karl@nordkraft.example>\nBetreff / Subject: Kallax",
                "-- Forwarded message --\nFrom: Anna Rep <anna@ours.example>\nReply: Anna Rep <anna@ours.example>\n"
                        + "Date: 3 November 2026 at 09:15:12\nTo: Karl Holm <karl@nordkraft.example>\nSubject:  Kallax",
                "===8<==============Original message text===============\nFrom: Anna Rep <anna@ours.example>\n"
                        + "To: Karl Holm <karl@nordkraft.example>\nDate: Tuesday, November 3, 2026, 9:15:12 AM\nSubject: Kallax",
                "----- Forwarded message from Anna Rep <anna@ours.example> -----\n\nDate: Tue, 3 Nov 2026 09:15:12 +0100\n"
                        + "From: Anna Rep <anna@ours.example>\nTo: Karl Holm <karl@nordkraft.example>\nSubject: Kallax",
                "Ումից՝ Anna Rep <anna@ours.example>\nՈւղարկված՝ 3 նոյեմբերի, 2026 09:15\nՈւմ՝ Karl Holm <karl@nordkraft.example>\n"
                        + "Թեմա՝ Kallax",
                "ពី៖ Anna Rep <anna@ours.example>\nបានផ្ញើ៖ 3 វិច្ឆិកា 2026 09:15\nទៅ៖ Karl <karl@nordkraft.example>\nប្រធានបទ៖ Kallax",
                "  From:   Anna Rep <anna@ours.example>  \n  Sent:   Tuesday, November 3, 2026 9:15 AM  \n"
                        + "  To:     Karl Holm <karl@nordkraft.example>  \n  Subject:Kallax  \n  Importance: High");
    }

    @ParameterizedTest
    @MethodSource("ofTheirOwn")
    void areReadByTheirStructure(String block) {
        String text = block.startsWith(">") ? TEXT.replace("\n", "\n> ") : TEXT;
        for (Lexicon lexicon : List.of(Lexicon.ALL, Lexicon.without(Lexicon.languages()))) {
            QuotedMessage original = only(lexicon, "See below.\n\n" + block + text);
            assertThat(original.from()).isEqualTo(new Party("Anna Rep", "anna@ours.example"));
            assertThat(original.to()).extracting(Party::address).contains("karl@nordkraft.example");
            assertThat(original.subject()).isEqualTo("Kallax");
            assertThat(original.date()).contains("2026");
            assertThat(original.text()).endsWith("Dear Karl,\nBring: figures\n\nAnna");
        }
    }

    @Test
    void namesAloneAreReadByTheirPlaceAndTheSubject() {
        String block =
                "_____\nAvsändes: Anna Rep\nDagen: den 3 november 2026 09:15\nMottages: Karl Holm; Bo Ek\nRörande: Kallax";
        QuotedMessage original = only(Lexicon.without(Lexicon.languages()), block + TEXT);
        assertThat(original.from()).isEqualTo(new Party("Anna Rep", null));
        assertThat(original.to()).containsExactly(new Party("Karl Holm", null), new Party("Bo Ek", null));
        assertThat(original.subject()).isEqualTo("Kallax");
    }

    /** Nothing is drawn above, nobody has an address and no label is known: the subject around tells. */
    @ParameterizedTest
    @ValueSource(strings = {"FW: Kallax", "გადაგზ: Kallax"})
    void namesAloneAreReadWhereTheSubjectStandsAround(String subject) {
        String block = "გამომგზავნი: Rep, Anna\nგაგზავნის დრო: 3 ნოემბერი, 2026 09:15\nმიმღები: Ek, Bo\nთემა: Kallax";
        for (String html :
                new String[] {null, "<p>See below.</p><p>" + (block + TEXT).replace("\n", "<br>") + "</p>"}) {
            Conversation read = Quotes.read(html == null ? "See below.\n\n" + block + TEXT : null, html, subject);
            assertThat(read.newText()).isEqualTo("See below.");
            assertThat(read.quoted()).hasSize(1);
            QuotedMessage original = read.quoted().get(0);
            assertThat(original.from()).isEqualTo(new Party("Rep, Anna", null));
            assertThat(original.to()).containsExactly(new Party("Ek, Bo", null));
            assertThat(original.subject()).isEqualTo("Kallax");
            assertThat(original.date()).contains("2026");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Who: Anna and Bo\nRoom: Umeå\nDay: 3 November 2026 09:15\nTopic: Kallax",
                "Topic: Kallax\nDay: 3 November 2026 09:15\nRoom: Umeå\nGuests: all",
                "Room: north 4\nDay: 3 November 2026 09:15\nGuests: all\nTopic: Kallax",
                "Who: Anna and Bo\nDay: 3 November 2026 09:15\nTopic: Kallax",
            })
    void listsOfTheSendersOwnAreNone(String list) {
        assertNone("Re: Kallax", list);
    }

    @Test
    void theSubjectItselfStandsInManyALetter() {
        assertNone("Kallax", "Who: Anna and Bo\nDay: 3 November 2026 09:15\nRoom: Umeå\nTopic: Kallax");
    }

    private static void assertNone(String subject, String list) {
        Conversation read = Quotes.read("Hello\n\n" + list, null, subject);
        assertThat(read.quoted()).isEmpty();
        assertThat(read.newText()).isEqualTo("Hello\n\n" + list);
    }

    /** Names of a Notes directory have no address; above the block stands who, when, and how it begins. */
    @Test
    void blocksOfNotesNamePeopleByTheirDirectory() {
        String block = "Inactive hide details for Anna Rep ---11/03/2026 09:15:00 AM---Dear Karl, bring figures\n\n"
                + "From:\tAnna Rep/Sales/Ours\nTo:\tKarl Holm/NK@NK, Bo Ek/NK@NK\nDate:\t11/03/2026 09:15 AM\n"
                + "Subject:\tKallax";
        Conversation read = new BodyReader(Lexicon.ALL)
                .read(BodyLines.ofPlain("Yes.\n\n" + block + TEXT), new Envelope("Re: Kallax", null, List.of()));
        assertThat(read.newText()).isEqualTo("Yes.");
        QuotedMessage original = read.quoted().get(0);
        assertThat(original.from()).isEqualTo(new Party("Anna Rep", null));
        assertThat(original.to()).containsExactly(new Party("Karl Holm", null), new Party("Bo Ek", null));
        assertThat(original.subject()).isEqualTo("Kallax");
    }

    @Test
    void knownLabelsWithoutColonsCountBelowASeparator() {
        QuotedMessage original = only(
                Lexicon.ALL,
                "------ Forwarded Message ------\nFrom \"Anna Rep\" <anna@ours.example>\nTo karl@nordkraft.example\n"
                        + "Date 03/11/2026 09:15:00\nSubject Kallax" + TEXT);
        assertThat(original.from()).isEqualTo(new Party("Anna Rep", "anna@ours.example"));
        assertThat(original.subject()).isEqualTo("Kallax");
        assertThat(original.date()).isEqualTo("03/11/2026 09:15:00");
    }

    @Test
    void paragraphsAndCellsOfHtmlAreLinesOfABlock() {
        for (String html : List.of(
                "<p>See below.</p><hr><p><b>Avsändes:</b> Anna Rep &lt;anna@ours.example&gt;</p>"
                        + "<p><b>Dagen:</b> den 3 november 2026 09:15</p>"
                        + "<p><b>Mottages:</b> karl@nordkraft.example</p><p><b>Rörande:</b> Kallax</p><p>Dear</p>",
                "<p>See below.</p><hr><table><tr><td><p>From:</p></td><td><p>Anna Rep &lt;anna@ours.example&gt;</p></td></tr>"
                        + "<tr><td><p>Date:</p></td><td><p>3 November 2026 09:15</p></td></tr>"
                        + "<tr><td><p>To:</p></td><td><p>karl@nordkraft.example</p></td></tr>"
                        + "<tr><td><p>Subject:</p></td><td><p>Kallax</p></td></tr></table><p>Dear</p>")) {
            Conversation read = new BodyReader(Lexicon.ALL)
                    .read(BodyLines.ofHtml(html), new Envelope("Fwd: Kallax", null, List.of()));
            assertThat(read.newText()).isEqualTo("See below.");
            assertThat(read.forwards()).hasSize(1);
            assertThat(read.forwards().get(0).from()).isEqualTo(new Party("Anna Rep", "anna@ours.example"));
            assertThat(read.forwards().get(0).subject()).isEqualTo("Kallax");
            assertThat(read.forwards().get(0).text()).isEqualTo("Dear");
        }
    }

    @Test
    void fieldsOfTheWireNameNobody() {
        QuotedMessage original = only(
                Lexicon.ALL,
                "-------- Forwarded Message --------\nReturn-Path: <bounce@relay.example>\nMessage-ID: <1@relay.example>\n"
                        + "From: Anna Rep <anna@ours.example>\nSender: list@relay.example\nX-Level: high\n"
                        + "To: karl@nordkraft.example\nDate: Tue, 3 Nov 2026 09:15:00 +0100\nSubject: Kallax" + TEXT);
        assertThat(original.from()).isEqualTo(new Party("Anna Rep", "anna@ours.example"));
        assertThat(original.to()).containsExactly(new Party(null, "karl@nordkraft.example"));
        assertThat(original.cc()).isEmpty();
        assertThat(original.others()).isEmpty();
    }

    @Test
    void aSignatureBelowTheSubjectIsOfTheText() {
        QuotedMessage original = only(
                Lexicon.ALL,
                "From: van der Berg, Anna <anna@ours.example>\nSent: 3 November 2026 09:15\nTo: karl@nordkraft.example\n"
                        + "Subject: Kallax\nEmail: anna@ours.example\nPhone: 070");
        assertThat(original.from()).isEqualTo(new Party("van der Berg, Anna", "anna@ours.example"));
        assertThat(original.text()).isEqualTo("Email: anna@ours.example\nPhone: 070");
    }

    /** Each block has what one rule asks for and no other. */
    @Test
    void littleIsEnoughWhereSomethingSaysThatAMailBegins() {
        Lexicon none = Lexicon.without(Lexicon.languages());
        String names = "_____\nAvsändes: Anna Rep\nDagen: den 3 november 2026 09:15\n";
        assertThat(only(none, names + "Mottages: Karl Holm\nRörande: something else" + TEXT)
                        .from())
                .isEqualTo(new Party("Anna Rep", null));
        assertThat(only(none, names + "Rörande: Kallax" + TEXT).subject()).isEqualTo("Kallax");
        assertThat(only(
                                Lexicon.ALL,
                                "Avsändes: Anna Rep\nSent: 3 November 2026 09:15\nTo: karl@nordkraft.example" + TEXT)
                        .to())
                .containsExactly(new Party(null, "karl@nordkraft.example"));
    }

    /** Known in each of their languages, so names alone count. */
    @Test
    void labelsInTwoLanguages() {
        QuotedMessage original = only(
                Lexicon.ALL,
                "Von / From: Anna Rep\nGesendet / Sent: 3. November 2026 09:15\nAn / To: Karl Holm\nBetreff / Subject: Pumps"
                        + TEXT);
        assertThat(original.from()).isEqualTo(new Party("Anna Rep", null));
        assertThat(original.subject()).isEqualTo("Pumps");
    }

    @Test
    void aFewBlankLinesMayStandInABlock() {
        String block =
                "From: Anna Rep <anna@ours.example>\nDate: 3 November 2026 09:15%sTo: karl@nordkraft.example\nSubject: Kallax";
        assertThat(only(Lexicon.ALL, block.formatted("\n\n\n\n\n") + TEXT).to()).hasSize(1);
        assertThat(only(Lexicon.ALL, block.formatted("\n\n\n\n\n\n") + TEXT).to())
                .isEmpty();
    }

    @Test
    void aLineWithAColonAboveKnownLabelsIsTheSendersOwn() {
        for (String from : List.of("\nFrom", " From")) {
            Conversation read = Quotes.read(
                    "Note: this one." + from + ": Anna <anna@ours.example>" + from.charAt(0)
                            + "Date: 3 November 2026 09:15" + from.charAt(0) + "To: karl@nordkraft.example"
                            + from.charAt(0) + "Subject: Kallax" + TEXT,
                    null,
                    "Fwd: Kallax");
            assertThat(read.newText()).isEqualTo("Note: this one.");
            assertThat(read.quoted()).extracting(QuotedMessage::subject).containsExactly("Kallax");
        }
    }

    private static QuotedMessage only(Lexicon lexicon, String body) {
        Conversation read =
                new BodyReader(lexicon).read(BodyLines.ofPlain(body), new Envelope("Fwd: Kallax", null, List.of()));
        assertThat(read.quoted()).hasSize(1);
        assertThat(read.newText()).isIn("", "See below.");
        return read.quoted().get(0);
    }
}
