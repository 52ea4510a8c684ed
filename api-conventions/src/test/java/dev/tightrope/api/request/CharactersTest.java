package dev.tightrope.api.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CharactersTest {
    @ParameterizedTest
    @ValueSource(strings = {"Astrid Lind", "Åsa Öberg-Šimić", "株式会社", "A. B. & Co 🙂", "e\u0301"})
    void namesOfAllScriptsPass(String text) {
        assertThat(Characters.areOneLine(text)).isTrue();
        assertThat(Characters.areText(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a\rb", "a\nb", "a\tb", "a\u0000b", "a\u007fb", "a\u0085b", "a\u2028b", "a\ud800b", "a\u202eb"})
    void controlsBreaksAndOverridesAreNoLine(String text) {
        assertThat(Characters.areOneLine(text)).isFalse();
    }

    @Test
    void textMayHaveLinesButNoOtherControls() {
        assertThat(Characters.areText("one\r\n\ttwo")).isTrue();
        assertThat(Characters.areText("a\u0000b")).isFalse();
        assertThat(Characters.areText("a\u001bb")).isFalse();
        assertThat(Characters.areText("a\udc00")).isFalse();
    }
}
