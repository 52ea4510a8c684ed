package dev.tightrope.outreach.optout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Wishes not to be contacted any more, in fourteen languages, and answers that only sound like one. */
class ReadOptOutTest {
    private static final String SENDER = "Mia Lund mia.lund";

    static Stream<Arguments> wishes() {
        return linesOf("wishes.txt");
    }

    static Stream<Arguments> others() {
        return linesOf("others.txt");
    }

    private static Stream<Arguments> linesOf(String file) {
        try (var in = Objects.requireNonNull(ReadOptOutTest.class.getResourceAsStream("/optout/" + file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" \\| ", 2))
                    .map(line -> Arguments.of(line[0], line[1].replace("\\n", "\n")));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("wishes")
    void wishesAreHeard(String scope, String text) {
        assertThat(read(text)).hasValueSatisfying(wish -> {
            assertThat(wish.unmistakable()).isTrue();
            assertThat(wish.scope()).isEqualTo(OptOut.Scope.valueOf(scope));
        });
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("wishes")
    void howeverTheyAreWritten(String scope, String text) {
        for (String written : List.of(
                text.toUpperCase(Locale.ROOT),
                Normalizer.normalize(text, Normalizer.Form.NFD),
                text.replace("'", "\u2019").replace(" ", "\u00a0").replace("\n", "\r\n"),
                "\n\n  " + text + "  \n")) {
            assertThat(read(written).map(OptOut::scope)).contains(OptOut.Scope.valueOf(scope));
            assertThat(read(written).map(OptOut::unmistakable)).contains(true);
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("others")
    void whatMayMeanSomethingElseNeverActsAlone(String what, String text) {
        Optional<OptOut> wish = read(text);

        assertThat(wish.filter(OptOut::unmistakable)).isEmpty();
        switch (what) {
            case "none" -> assertThat(wish).isEmpty();
            case "likely" -> assertThat(wish).isPresent();
            default -> assertThat(what).isEqualTo("no");
        }
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("wishes")
    void nothingActsAloneBesideAnythingElse(String scope, String text) {
        for (String beside : List.of(
                "Call Mia instead.",
                "Mia Berg takes care of this.",
                "About the old machine, I mean.",
                "Until Thursday.",
                "Or is there a demo?",
                "Rufen Sie Frau Berg an.",
                "Ring Mia Berg i st\u00e4llet.",
                "Appelez Mia Berg.",
                "Llame a Mia Berg.",
                "I have 12 machines.")) {
            assertThat(read(text + "\n" + beside).filter(OptOut::unmistakable)).isEmpty();
            assertThat(read(beside + "\n\n" + text).filter(OptOut::unmistakable))
                    .isEmpty();
            assertThat(read(text + " " + beside).filter(OptOut::unmistakable)).isEmpty();
        }
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("wishes")
    void nothingActsAloneWithALimitAfterIt(String scope, String text) {
        String bare = text.replaceAll("[.!?]+$", "");
        for (String limit : List.of(
                " before Thursday",
                " about this",
                " until you have a price",
                " if you can",
                " vor Donnerstag",
                " f\u00f6re torsdag",
                " avant jeudi",
                " antes del jueves",
                ", just call me")) {
            assertThat(read(bare + limit).filter(OptOut::unmistakable)).isEmpty();
        }
    }

    @Test
    void aSubjectAloneIsEnoughUnlessTheTextSaysMore() {
        assertThat(ReadOptOut.of("", "Unsubscribe", null)).isPresent();
        assertThat(ReadOptOut.of("Thanks, Mia", "unsubscribe", SENDER).map(OptOut::unmistakable))
                .contains(true);
        assertThat(ReadOptOut.of("Ha! Now I have your attention. Call me.", "unsubscribe", SENDER)
                        .filter(OptOut::unmistakable))
                .isEmpty();
        assertThat(ReadOptOut.of("", "Re: how to unsubscribe", null)).isEmpty();
        assertThat(ReadOptOut.of("Call me.", "Please remove me from your list", null)
                        .filter(OptOut::unmistakable))
                .isEmpty();
    }

    @Test
    void aNameIsTheirsOrSomebodyElses() {
        assertThat(read("Do not contact me again. Mia").map(OptOut::unmistakable))
                .contains(true);
        assertThat(read("Do not contact me again. Karin").map(OptOut::unmistakable))
                .contains(false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Best regards\nMia Lund\nWe build boats. Call us!",
                "Best regards\nMia Lund\nPS: Mia Berg can help you",
                "Best regards\nMia Lund, who would see a demo"
            })
    void belowTheClosingStandsASignatureAndNothingElse(String end) {
        assertThat(read("Please remove me from your list.\n\n" + end).filter(OptOut::unmistakable))
                .isEmpty();
    }

    @Test
    void smallPrintBelowTheClosingChangesNothing() {
        assertThat(read("Please remove me from your list.\n\nKind regards,\nMia Lund\nChief Executive Officer\n"
                                + "Nordkraft AB | Storgatan 1 | 111 22 Stockholm\nmia.lund@nordkraft.example\n\n"
                                + "This e-mail is confidential. If you are not the intended recipient, please contact us.")
                        .map(OptOut::unmistakable))
                .contains(true);
    }

    @Test
    @Timeout(60)
    void anyTextIsReadQuicklyAndWithoutAnException() {
        Random random = new Random(20261127);
        String[] pieces = {
            "do not ",
            "contact ",
            "me ",
            "again",
            "remove ",
            "from your list",
            ", ",
            ". ",
            "\n",
            "\n\n",
            " and ",
            "?",
            "please ",
            "bitte ",
            "keine ",
            "weiteren ",
            "mails ",
            "no ",
            "more ",
            "Best regards\n",
            "\u0000",
            "\u0130",
            "\ud83d\ude00",
            "\ud83d",
            "e\u0301",
            "(",
            "stop",
            "\u00a0",
            "unsubscribe ",
            "ne me contactez plus "
        };
        for (int run = 0; run < 60; run++) {
            StringBuilder text = new StringBuilder();
            random.ints(1 + run, 0, pieces.length).forEach(piece -> text.append(pieces[piece]));
            read(text.toString());
        }
        read("remove me and ".repeat(40));
        read("please ".repeat(8_000));
        read("no more mails ".repeat(4_000));
    }

    private static Optional<OptOut> read(String text) {
        return ReadOptOut.of(text, null, SENDER);
    }
}
