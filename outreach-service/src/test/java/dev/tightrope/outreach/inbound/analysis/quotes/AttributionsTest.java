package dev.tightrope.outreach.inbound.analysis.quotes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tightrope.outreach.inbound.analysis.Party;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines above a quote as programs write them, each with the quote marked and bare, with the lexicon and without. */
class AttributionsTest {
    private static final Party ANNA = new Party("Anna Rep", "anna@ours.example");

    static Stream<String> withAddress() {
        return Stream.of(
                "On Tue, Nov 3, 2026 at 9:15 AM Anna Rep <anna@ours.example> wrote:",
                "On Tue, 3 Nov 2026 at 09:15, Anna Rep <anna@ours.example> wrote:",
                "On Nov 3, 2026, at 9:15 AM, Anna Rep <anna@ours.example> wrote:",
                "On Tue, Nov 3, 2026 at 9:15 AM -0800, \"Anna Rep\" <anna@ours.example<mailto:anna@ours.example>> wrote:",
                "On 3/11/2026 09:15, \"Anna Rep\" <anna@ours.example> wrote:",
                "On Tue, Nov 3, 2026 at 9:15 AM, Anna Rep\n<anna@ours.example> wrote:",
                "2026-11-03 9:15 GMT+01:00 Anna Rep <anna@ours.example>:",
                "03.11.2026, 09:15, \"Anna Rep\" <anna@ours.example>:",
                "Tuesday, 3 November 2026, 9:15 +0100 from Anna Rep <anna@ours.example>:",
                "9:15 AM, November 3, 2026, \"Anna Rep\" <anna@ours.example>:",
                "tis 3 nov. 2026 kl. 09:15 skrev Anna Rep <anna@ours.example>:",
                "Den 3 november 2026 09:15:18, Anna Rep (anna@ours.example) skrev:",
                "3 nov. 2026 kl. 09:15 skrev Anna Rep <anna@ours.example>:",
                "Den tirs. 3. nov. 2026 kl. 09.15 skrev Anna Rep <anna@ours.example>:",
                "Den 3/11/2026 09.15 skrev \"Anna Rep\" <anna@ours.example>:",
                "tir. 3. nov. 2026 kl. 09:15 skrev Anna Rep <anna@ours.example\n>:",
                "Anna Rep <anna@ours.example> skrev følgende den 3/11/2026, 09:15:",
                "ti 3. marrask. 2026 klo 9.15 Anna Rep (anna@ours.example) kirjoitti:",
                "\"Anna Rep\" <anna@ours.example> kirjoitti 3/11/2026 9.15:",
                "Am Di., 3. Nov. 2026 um 09:15 Uhr schrieb Anna Rep <anna@ours.example>:",
                "Am 03.11.2026 09:15 schrieb \"Anna Rep\" <anna@ours.example>:",
                "Anna Rep <anna@ours.example> schrieb am Di., 3.\nNov. 2026 um 09:15 Uhr:",
                "Op di 3 nov 2026 om 09:15 schreef Anna Rep <anna@ours.example>:",
                "Op 3 nov. 2026 om 09:15 heeft Anna Rep <anna@ours.example> het volgende geschreven:",
                "Op 3 nov. 2026 09:15 schreef \"Anna Rep\" <anna@ours.example> het\nvolgende geschreven:",
                "Le mar. 3 nov. 2026 à 09:15, Anna Rep <anna@ours.example> a\nécrit :",
                "Le 03/11/2026 09:15, « Anna Rep » <anna@ours.example> a écrit :",
                "El mar, 3 nov 2026 a las 9:15, Anna Rep (<anna@ours.example>)\nescribió:",
                "El 3/11/2026 9:15, \"Anna Rep\" <anna@ours.example> escribió:",
                "Il giorno mar 3 nov 2026 alle ore 09:15 Anna Rep <anna@ours.example>\nha scritto:",
                "Il 03/11/2026, 09:15, \"Anna Rep\" <anna@ours.example> ha scritto:",
                "Em ter., 3 de nov. de 2026 às 09:15, Anna Rep <anna@ours.example>\nescreveu:",
                "Em 3 de novembro de 2026 às 09:15:35, Anna Rep (\nanna@ours.example) escreveu:",
                "wt., 3 lis 2026 o 09:15 Anna Rep <anna@ours.example> napisał(a):",
                "W dniu 2026-11-03 09:15:39 użytkownik Anna Rep <anna@ours.example> napisał:",
                "Dnia 3/11/2026, 09:15 użytkownik „Anna Rep” <anna@ours.example> napisał:",
                "út 3. 11. 2026 v 9:15 odesílatel Anna Rep <anna@ours.example> napsal:",
                "Dne 03.11.2026 9:15 uživatel „Anna Rep“ <anna@ours.example> napsal:",
                "ut 3. 11. 2026 o 9:15 Anna Rep <anna@ours.example> napísal(a):",
                "Anna Rep <anna@ours.example> ezt írta (időpont: 2026. nov. 3., K, 9:15):",
                "3/11/2026 9:15 időpontban Anna Rep (anna@ours.example) ezt írta:",
                "Anna Rep <anna@ours.example>, 3 Kas 2026 Sal, 09:15 tarihinde şunu yazdı:",
                "вт, 3 нояб. 2026 г. в 09:15, Anna Rep <anna@ours.example>:",
                "3/11/2026, 9:15 пользователь \"Anna Rep\" <anna@ours.example> написал:",
                "вт, 3 лист. 2026 р. о 09:15 Anna Rep <anna@ours.example> пише:",
                "În mar., 3 nov. 2026 la 09:15, Anna Rep <anna@ours.example> a scris:",
                "uto, 3. stu 2026. u 09:15 Anna Rep <anna@ours.example> napisao je:",
                "Στις Τρί 3 Νοε 2026 στις 9:15 π.μ., ο χρήστης Anna Rep <anna@ours.example> έγραψε:",
                "Vào Th 3, 3 thg 11, 2026 vào lúc 09:15 Anna Rep <anna@ours.example> đã viết:",
                "Anna Rep <anna@ours.example> 于2026年11月3日周二 09:15写道：",
                "在 2026年11月3日，上午9:15，Anna Rep <anna@ours.example> 写道：",
                "2026年11月3日(火) 9:15 Anna Rep <anna@ours.example>:",
                "2026년 11월 3일 (화) 오전 9:15, Anna Rep <anna@ours.example>님이 작성:",
                "---- On Tue, 03 Nov 2026 09:15:50 +0100 Anna Rep <anna@ours.example> wrote ----");
    }

    @ParameterizedTest
    @MethodSource("withAddress")
    void aDateAndAnAddressAreEnoughInAnyLanguage(String attribution) {
        for (Lexicon lexicon : List.of(Lexicon.ALL, Lexicon.without(Lexicon.languages()))) {
            assertRead(lexicon, "Yes.\n\n" + attribution + "\n\n> Dear Karl\n> Anna\n");
            assertRead(lexicon, "Yes.\n\n" + attribution + "\n\nDear Karl\nAnna\n");
            assertRead(lexicon, "Yes.\n" + attribution + "\n> Dear Karl\n> Anna\n");
            if (attribution.contains("\n>")) {
                continue;
            }
            assertRead(lexicon, "Yes.\n\n> " + attribution.replace("\n", "\n> ") + "\n> \n> Dear Karl\n> Anna\n");
        }
    }

    private static void assertRead(Lexicon lexicon, String body) {
        Conversation read =
                new BodyReader(lexicon).read(BodyLines.ofPlain(body), new Envelope("Re: Kallax", null, List.of()));
        assertThat(read.newText()).as(body).isEqualTo("Yes.");
        assertThat(read.quoted()).as(body).extracting(QuotedMessage::how).containsExactly(How.REPLIED_TO);
        QuotedMessage original = read.quoted().get(0);
        assertThat(original.text()).as(body).isEqualTo("Dear Karl\nAnna");
        assertThat(original.date()).as(body).contains("2026").doesNotContain("Anna");
        Party from = original.from();
        assertThat(from == null ? null : from.address()).as(body).isEqualTo(ANNA.address());
        if (lexicon == Lexicon.ALL) {
            assertThat(from).as(body).isEqualTo(ANNA);
        }
    }

    /** Wrapped behind the name: the second line alone would do, but the name is none of the text above. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Anna Rep\n<anna@ours.example> 於 2026年11月3日 週二 上午9:15寫道：",
                "Anna Rep\n<anna@ours.example> ezt írta (időpont: 2026. nov. 3., K, 9:15):"
            })
    void aNameAboveItsAddressBelongsToIt(String attribution) {
        assertRead(Lexicon.ALL, "Yes.\n\n" + attribution + "\n\n> Dear Karl\n> Anna\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "On 03/11/2026 09:15, Anna Rep wrote:",
                "On 3 Nov 2026, at 09:15, Anna Rep wrote:",
                "Am 03.11.26 um 09:15 schrieb Anna Rep:",
                "Le 03/11/2026 à 09:15, Anna Rep a écrit :",
                "Op 03-11-2026 om 09:15 schreef Anna Rep:",
                "Il 03/11/2026 09:15, Anna Rep ha scritto:",
                "Den 2026-11-03 kl. 09:15, skrev Anna Rep:",
                "W dniu 03.11.2026 o 09:15, Anna Rep pisze:",
                "03.11.2026 09:15, Anna Rep пишет:",
                "---- Anna Rep wrote ----",
                "------On 03/11/2026 09:15 AM, Anna Rep wrote-----"
            })
    void aNameWillDoWhereAQuoteOrAKnownWordFollows(String attribution) {
        for (String quote : List.of("\n\n> Dear Karl\n> Anna\n", "\n\nDear Karl\nAnna\n")) {
            Conversation read = Quotes.read("Yes.\n\n" + attribution + quote, null, "Re: Kallax");
            assertThat(read.newText()).isEqualTo("Yes.");
            assertThat(read.quoted().get(0).from()).isEqualTo(new Party("Anna Rep", null));
            assertThat(read.quoted().get(0).text()).isEqualTo("Dear Karl\nAnna");
        }
    }

    /** GroupWise writes it between marks that are no quote's. */
    @Test
    void anAttributionBetweenMarksIsRead() {
        for (Lexicon lexicon : List.of(Lexicon.ALL, Lexicon.without(Lexicon.languages()))) {
            assertRead(lexicon, "Yes.\n\n>>> Anna Rep <anna@ours.example> 11/3/2026 9:15 AM >>>\n\nDear Karl\nAnna\n");
        }
        Conversation named =
                Quotes.read("Yes.\n\n>>> \"Anna Rep\" 11/3/2026 9:15 AM >>>\nDear Karl\nAnna\n", null, "Re: Kallax");
        assertThat(named.newText()).isEqualTo("Yes.");
        assertThat(named.quoted().get(0).from()).isEqualTo(new Party("Anna Rep", null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "These are the dates, and anna@ours.example knows them, 3 May 2026 10:00 and others besides, as she wrote\nto me",
                "On this day\n\nI wrote something:\n\nwhich was interesting.",
                "Call anna@ours.example:\nshe knows.",
                "From 3 May 2026 on it is this:\n- hot\n- cold",
                "Anna wrote:\nnothing."
            })
    void sentencesAreNoAttributions(String text) {
        Conversation read = Quotes.read(text, null, "Re: Kallax");
        assertThat(read.quoted()).isEmpty();
        assertThat(read.newText()).isEqualTo(text);
    }

    @Test
    void theLexiconHoldsWhatIsAskedOfIt() {
        assertThat(Lexicon.languages()).hasSizeGreaterThan(30).contains("en", "sv", "ja");
        assertThat(Lexicon.without(Set.of("sv")).role("Från")).isNull();
        assertThat(Lexicon.ALL.role("från")).isEqualTo(Role.FROM);
    }

    /** Some programs put a blank line between the name and the address, and go on behind it. */
    @Test
    void aBlankLineInFrontOfTheAddress() {
        Conversation read = Quotes.read(
                "Yes.\n\nOn Tue, Nov 3, 2026 at 9:15 AM Anna Rep\n\n<anna@ours.example> wrote:\n\n> Dear Karl\n",
                null,
                "Re: Kallax");
        assertThat(read.newText()).isEqualTo("Yes.");
        assertThat(read.quoted()).extracting(QuotedMessage::from).containsExactly(ANNA);
    }
}
