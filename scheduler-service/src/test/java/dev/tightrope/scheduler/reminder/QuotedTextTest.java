package dev.tightrope.scheduler.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuotedTextTest {
    @Test
    void linesAreKeptWithoutControlsAndWithoutGaps() {
        assertThat(QuotedText.lines("\n\nHello\tAnna,\r\n\r\n\n \nyes\u0000, gladly.\n", 4000))
                .containsExactly("Hello Anna,", "", "yes , gladly.");
    }

    @Test
    void whatWasCutSaysSo() {
        assertThat(QuotedText.lines("a".repeat(280), 280)).containsExactly("a".repeat(280), "…");
        // Cut before the second half of a character.
        assertThat(QuotedText.lines("a".repeat(279), 280)).containsExactly("a".repeat(279), "…");
        assertThat(QuotedText.lines("a".repeat(278), 280)).containsExactly("a".repeat(278));
    }

    @Test
    void endlessMailsEnd() {
        assertThat(QuotedText.lines("line\n".repeat(100), 4000))
                .hasSize(QuotedText.MOST_LINES + 1)
                .endsWith("line", "…");
    }
}
