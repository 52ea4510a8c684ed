package dev.tightrope.outreach.inbound.analysis.quotes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bodies made to take for ever. Work that grew with the square of their size would take hours; the limit is no measure. */
class HostileBodiesTest {
    private static final int SIZE = 1_000_000;
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String HEADERS = "From: a@b.example\nDate: 3 May 2026 10:00\nSubject: x\nTo: ";

    static Stream<Map.Entry<String, String>> hostile() {
        Map<String, String> bodies = new LinkedHashMap<>();
        for (String piece : new String[] {
            "a",
            "@",
            "a@b.example ",
            "a:",
            "2026 10:00:",
            "> ",
            ">",
            "-----\n:\n",
            "--- a --- ",
            "\n",
            "From: a@b.example\n",
            "Label: value\n",
            "To: <\n",
            "<\n> wrote:\n",
            "> a\nb\n",
            "| a\n",
            "____________\n",
            "On 3 May 2026 at 10:00, A <a@b.example> wrote:\n",
            "On 3 May 2026 at 10:00, somebody with a long name <a@b.example\n",
            "---------- Forwarded message ---------\n",
            "From: a@b.example <a@b.example>To: "
        }) {
            bodies.put(piece.strip(), piece.repeat(SIZE / piece.length()));
        }
        for (String piece : new String[] {"<", "\"", "' ", "\"a' ", "a,", "a <a@b.example>, ", "[mailto:", "(", "x@"}) {
            bodies.put("To: " + piece, HEADERS + piece.repeat(SIZE / piece.length()) + "\n\nhi");
        }
        return bodies.entrySet().stream();
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("hostile")
    void takesTimeLinearInItsSize(Map.Entry<String, String> body) {
        Conversation read = inTime(() -> Quotes.read(body.getValue(), null, "Re: x"));
        assertThat(read.quoted()).hasSizeLessThanOrEqualTo(200);
    }

    @ParameterizedTest
    @MethodSource("hostileHtml")
    void htmlTakesTimeLinearInItsSize(String piece) {
        String html = piece.repeat(SIZE / piece.length());
        Conversation read = inTime(() -> Quotes.read(null, html, "Re: x"));
        assertThat(read.quoted()).hasSizeLessThanOrEqualTo(200);
    }

    static Stream<String> hostileHtml() {
        return Stream.of(
                "<blockquote>",
                "<blockquote>a<br>",
                "<div>",
                "<table><td>a",
                "<div class=gmail_quote>a",
                "<hr>From: a@b.example",
                "<",
                "a ",
                "&gt;");
    }

    @Test
    void tenThousandNestedMarksAreOneQuote() {
        StringBuilder body = new StringBuilder("Yes.\n\n");
        for (int depth = 1; depth <= 10_000; depth++) {
            body.append(">".repeat(depth)).append(" x\n");
        }
        Conversation read = inTime(() -> Quotes.read(body.toString(), null, "Re: x"));
        assertThat(read.newText()).isEqualTo("Yes.");
        assertThat(read.quoted()).hasSize(1);
    }

    @Test
    void anyMutationOfAMessageIsRead() {
        Random random = new Random(20261126);
        String alphabet = ">:<@\n -_*[]()\",;'\u0000\uFEFF\uD83D0aÅ日";
        for (int round = 0; round < 2_000; round++) {
            Program program = Program.values()[random.nextInt(Program.values().length)];
            Language language = Language.ALL.get(random.nextInt(Language.ALL.size()));
            StringBuilder body = new StringBuilder(program.forward(language));
            for (int n = 0; n < 12; n++) {
                body.setCharAt(random.nextInt(body.length()), alphabet.charAt(random.nextInt(alphabet.length())));
            }
            Conversation plain = Quotes.read(body.toString(), null, body.substring(0, 40));
            Conversation html = Quotes.read(null, body.toString(), "");
            assertThat(plain.newText().length() + html.newText().length())
                    .as("round %d", round)
                    .isLessThanOrEqualTo(3 * body.length());
        }
    }

    private static Conversation inTime(org.junit.jupiter.api.function.ThrowingSupplier<Conversation> reading) {
        return Assertions.assertTimeoutPreemptively(LIMIT, reading);
    }
}
