package dev.tightrope.outreach.inbound.analysis.quotes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tightrope.outreach.inbound.analysis.Party;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuotesTest {
    private static final Party KARL = new Party("Karl Holm", "karl@nordkraft.example");
    private static final Party BERTIL = new Party("Bertil Ask", "bertil@nordkraft.example");
    private static final Party ANNA = new Party("Anna Rep", "anna@ours.example");

    private static final String BLOCK = """
            ________________________________
            From: Anna Rep <anna@ours.example>
            Sent: Tuesday, November 3, 2026 9:15 AM
            To: Karl Holm <karl@nordkraft.example>
            Subject: Kallax

            Dear Karl
            """;

    @Test
    void theBusinessUsersAnswerTellsTheWholeChain() {
        Conversation read = Quotes.read("""
                Call me on Thursday.

                Den 4 november 2026 08:01 skrev Karl Holm <karl@nordkraft.example>:
                > Bertil, is this for us? Cilla may know.
                >
                > ---------- Forwarded message ---------
                > Från: Anna Rep <anna@ours.example>
                > Date: tis 3 nov. 2026 kl 09:15
                > Subject: Kallax
                > To: Karl Holm <karl@nordkraft.example>
                >
                > Dear Karl
                >> an older quote
                """, null, new Envelope("Re: Fwd: Kallax", BERTIL, List.of(ANNA)));
        assertThat(read.newText()).isEqualTo("Call me on Thursday.");
        assertThat(read.quoted()).extracting(QuotedMessage::how).containsExactly(How.REPLIED_TO, How.FORWARDED);
        assertThat(read.quoted()).extracting(QuotedMessage::from).containsExactly(KARL, ANNA);
        assertThat(read.quoted().get(0).text()).isEqualTo("Bertil, is this for us? Cilla may know.");
        assertThat(read.forwards().get(0).to()).containsExactly(KARL);
        assertThat(read.forwarded()).isTrue();
    }

    @Test
    void everyLevelIsReadAndSaysHowTheNextCameIntoIt() {
        Conversation read = Quotes.read("""
                To you.

                From: Karl Holm <karl@nordkraft.example>
                Sent: Wednesday, November 4, 2026 8:01 AM
                To: Bertil Ask <bertil@nordkraft.example>
                Cc: Cilla Dahl <cilla@nordkraft.example>
                Subject: FW: Kallax

                Yours?

                From: Anna Rep <anna@ours.example>
                Sent: Tuesday, November 3, 2026 9:15 AM
                To: Karl Holm <karl@nordkraft.example>
                Subject: RE: Kallax

                As promised.

                From: Karl Holm <karl@nordkraft.example>
                Sent: Monday, November 2, 2026 9:15 AM
                To: Anna Rep <anna@ours.example>
                Subject: Kallax

                Send me something.
                """, null, "FW: Kallax");
        assertThat(read.newText()).isEqualTo("To you.");
        assertThat(read.quoted())
                .extracting(QuotedMessage::how)
                .containsExactly(How.FORWARDED, How.FORWARDED, How.REPLIED_TO);
        assertThat(read.quoted()).extracting(QuotedMessage::from).containsExactly(KARL, ANNA, KARL);
        assertThat(read.quoted())
                .extracting(QuotedMessage::text)
                .containsExactly("Yours?", "As promised.", "Send me something.");
    }

    @Test
    void aNameWithoutAnAddressGetsTheOneItHasElsewhere() {
        String body = """
                From: Holm, Karl
                Sent: Wednesday, November 4, 2026 8:01 AM
                To: Bertil Ask; Cilla Dahl; Somebody Else
                Subject: FW: Kallax

                Yours?

                From: Anna Rep <anna@ours.example>
                Sent: Tuesday, November 3, 2026 9:15 AM
                To: Karl Holm <karl@nordkraft.example>; Cilla Dahl <c1@x.example>; Cilla Dahl <c2@x.example>
                Subject: Kallax

                Dear Karl
                """;
        QuotedMessage outer = Quotes.read(body, null, new Envelope("FW: Kallax", BERTIL, List.of(ANNA)))
                .quoted()
                .get(0);
        assertThat(outer.from()).isEqualTo(new Party("Holm, Karl", "karl@nordkraft.example"));
        // Two Cillas: none is guessed.
        assertThat(outer.to()).containsExactly(BERTIL, new Party("Cilla Dahl", null), new Party("Somebody Else", null));
    }

    @ParameterizedTest
    @CsvSource({
        "Fwd: Kallax, FORWARDED",
        "RE: Kallax, REPLIED_TO",
        "[Fwd: Kallax], FORWARDED",
        "Re[2]: Kallax, REPLIED_TO",
        "AW: WG: Kallax, REPLIED_TO",
        "WG: AW: Kallax, FORWARDED"
    })
    void theSubjectsFirstPrefixDecidesWhatOutlooksHeaderBlockIs(String subject, How how) {
        assertThat(Quotes.read(BLOCK, null, subject).quoted())
                .extracting(QuotedMessage::how)
                .containsExactly(how);
    }

    @Test
    void withoutAPrefixThoseItWentToDecide() {
        // "VS:" answers in Finnish and forwards in Norwegian.
        for (String subject : List.of("Kallax", "VS: Kallax", "Xyz: Kallax")) {
            assertThat(Quotes.read(BLOCK, null, new Envelope(subject, KARL, List.of(ANNA, BERTIL)))
                            .forwarded())
                    .as("to the writer: " + subject)
                    .isFalse();
            assertThat(Quotes.read(BLOCK, null, new Envelope(subject, KARL, List.of(BERTIL)))
                            .forwarded())
                    .as("to another: " + subject)
                    .isTrue();
        }
    }

    @Test
    void aForwardsOwnWordsStandAboveTheSubject() {
        String body = BLOCK.replace("________________________________", "---------- Forwarded message ---------");
        assertThat(Quotes.read(body, null, new Envelope("Re: Kallax", KARL, List.of(ANNA)))
                        .forwarded())
                .isTrue();
    }

    @Test
    void outlookForMacForwardsWithAnAttribution() {
        Conversation read = Quotes.read(
                "See below.\n\n\uFEFFOn 2026-11-03, 09:15, \"Anna Rep\" <anna@ours.example> wrote:\n\n    Dear Karl\n",
                null,
                "FW: Kallax");
        assertThat(read.forwards()).hasSize(1);
        assertThat(read.forwards().get(0).from()).isEqualTo(ANNA);
        assertThat(read.forwards().get(0).subject()).isEqualTo("Kallax");
        assertThat(read.newText()).isEqualTo("See below.");
    }

    @Test
    void disclaimersMadeOfUnderscoresAreNoSeparators() {
        Conversation read = Quotes.read("""
                Yes, please.

                ______________________________________________________
                This e-mail is confidential. From now on: nothing.
                To whom it may concern: delete it.
                ______________________________________________________
                """, null, "Kallax");
        assertThat(read.quoted()).isEmpty();
        assertThat(read.newText()).isEqualTo("Yes, please.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Tel: +46 70 123 45 67\nE-mail: karl@nordkraft.example\nWeb: www.nordkraft.example\nDate: 3 May 2026",
                "From: Umeå\nTo: Kiruna\nDeparture: 3 May 2026 10:15",
                "Time: 10:15, 3 May 2026\nPlace: our office\nContact: karl@nordkraft.example\nBring: figures",
                "Questions: many\nAnswers: few\nMoney: none",
                "Order: 123\nDate: 3 November 2026 09:15\nCustomer: Karl <karl@nordkraft.example>\nTotal: 12",
                "Customer: Karl <karl@nordkraft.example>\nDate: 3 November 2026\nProduct: pump\nTotal: 1200 kr",
                "Seller: a@ours.example\nBuyer: karl@nordkraft.example\nOrdered: 3 November 2026\nNumber: A-1234",
                "Number: A-1234\nSeller: a@ours.example\nBuyer: karl@nordkraft.example\nOrdered: 3 November 2026",
                "Customer: Karl <karl@nordkraft.example>\nDate: 3 November 2026\nProduct: pump",
                "Product: pump\nColour: red\nOrdered: 3 November 2026\nBuyer: karl@nordkraft.example",
                "From: 3 Nov 2026 09:00\nTo: 3 Nov 2026 10:00\nContact: karl@nordkraft.example",
                "Date: 3 Nov 2026 09:00\nSubject: pumps\nContact: karl@nordkraft.example",
                "We met on 3 May 2026 at 10:15:\nand all was well."
            })
    void otherLinesWithColonsAreTheSendersOwn(String text) {
        Conversation read = Quotes.read("Hello,\n\n" + text, null, "Kallax");
        assertThat(read.quoted()).isEmpty();
        assertThat(read.newText()).isEqualTo("Hello,\n\n" + text);
    }

    @Test
    void answersBetweenQuotesAreKept() {
        Conversation read = Quotes.read("""
                Hello Anna,

                On Tue, Nov 3, 2026 at 9:15 AM Anna Rep <anna@ours.example>
                wrote:
                > When shall we talk, on Thursday at nine or would another day be better?
                On Friday.
                > What shall I bring?

                Figures.
                > Unsubscribe here
                --
                Karl Holm
                Nordkraft
                """, null, "Re: Kallax");
        assertThat(read.newText().lines().filter(line -> !line.isBlank()))
                .containsExactly("Hello Anna,", "On Friday.", "Figures.");
        assertThat(read.quoted()).hasSize(1);
        assertThat(read.quoted().get(0).text()).contains("When shall", "What shall", "Unsubscribe");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From: Anna Rep <anna@ours.example<mailto:anna@ours.example>>",
                "From: \"Anna Rep\" <ANNA@ours.example>",
                "From: 'Anna Rep' [mailto:anna@ours.example]",
                "From: Anna Rep<mailto:anna@ours.example> <anna@ours.example<mailto:anna@ours.example>> on behalf of Sales<mailto:sales@ours.example>",
                "*From:* Anna Rep (anna@ours.example)",
                "**From:** Anna Rep <anna@ours.example>",
                "*From: *Anna Rep <anna@ours.example>",
                "From : anna@ours.example (Anna Rep)",
                "From：Anna Rep <anna@ours.example>"
            })
    void partiesAreReadAsProgramsPrintThem(String from) {
        Conversation read = Quotes.read(
                from + "\nDate: 3 Nov 2026 09:15\nTo: k@x.example\nSubject: Kallax\n\nDear", null, "FW: Kallax");
        assertThat(read.forwards().get(0).from()).isEqualTo(ANNA);
        if (from.contains("behalf")) {
            assertThat(read.forwards().get(0).others()).containsExactly(new Party(null, "sales@ours.example"));
        }
    }

    @Test
    void anyOrderOfLabelsWrappedValuesAndBlankLines() {
        Conversation read = Quotes.read("""
                > Subject: Kallax and what they
                > did
                > To: Karl Holm
                > <karl@nordkraft.example>, Bertil Ask <bertil@nordkraft.example>,
                >  Cilla Dahl <cilla@nordkraft.example>
                > Date: Tue, 3 Nov 2026 09:15:00 +0100
                > From: Anna Rep <anna@ours.example>
                >
                > Dear Karl
                """, null, "Fwd: Kallax");
        QuotedMessage original = read.forwards().get(0);
        assertThat(original.subject()).isEqualTo("Kallax and what they did");
        assertThat(original.from()).isEqualTo(ANNA);
        assertThat(original.to()).containsExactly(KARL, BERTIL, new Party("Cilla Dahl", "cilla@nordkraft.example"));
        assertThat(original.text()).isEqualTo("Dear Karl");
        assertThat(read.newText()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"> a lone line", "> one\nand two", ">>> look here <<<"})
    void aLoneMarkIsTheSendersOwn(String text) {
        assertThat(Quotes.read("Hello\n\n" + text, null, "x").newText()).isEqualTo("Hello\n\n" + text);
    }

    @Test
    void telephonesSignOff() {
        for (Language language : Language.ALL) {
            assertThat(Quotes.read("Yes.\n\n" + language.sentFrom() + "\n", null, "Re: x")
                            .newText())
                    .as(language.code())
                    .isEqualTo("Yes.");
        }
        // Printed with vowel points.
        assertThat(Quotes.read("Yes.\n\nأُرسلت من الـ iPhone\n", null, "Re: x").newText())
                .isEqualTo("Yes.");
        assertThat(Quotes.read("Sent from my desk, which I love.", null, "Re: x")
                        .newText())
                .isEqualTo("Sent from my desk, which I love.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n", ">", ":", "From:", "On:", "--", "\uD800", "<", "\u0000", "@", "a@b.c:"})
    void theLeastIsRead(String body) {
        assertThat(Quotes.read(body, null, body).quoted()).isEmpty();
        assertThat(Quotes.read(null, body, body).quoted()).isEmpty();
        assertThat(Quotes.read(null, null, "").newText()).isEmpty();
    }

    /** Though the rep is among its recipients and no prefix says so. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "----- Forwarded message from Anna Rep <anna@ours.example> -----",
                "----- Forwarded by Karl Holm/Nord on 11/27/2026 10:00 AM -----",
                "----- Weitergeleitete Nachricht von Anna Rep <anna@ours.example> -----",
                "---------- Vidarebefordrat meddelande från Anna -----",
                "This is a forwarded message"
            })
    void aSeparatorSaysThatItWasPassedOnWhomeverItNames(String separator) {
        Conversation read = Quotes.read(
                "Have a look.\n\n" + separator
                        + "\nFrom: Anna Rep <anna@ours.example>\nDate: Thu, 26 Nov 2026 09:00:00 +0100\nTo: karl@nord.example\nSubject: hello\n\nDear Karl\n",
                null,
                new Envelope(
                        "hello",
                        new Party("Karl Holm", "karl@nord.example"),
                        List.of(new Party("Anna Rep", "anna@ours.example"))));
        assertThat(read.forwards()).hasSize(1);
        assertThat(read.newText()).isEqualTo("Have a look.");
    }
}
