package dev.tightrope.voicemail.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SpeakingTimeTest {
    @Test
    void eachDigitIsAWord() {
        assertThat(SpeakingTime.of("It's 450 euros, e-mail me.", ScriptLanguage.ENGLISH)
                        .words())
                .isEqualTo(7);
    }

    @Test
    void aMinuteHasAsManyWordsAsTheLanguageSays() {
        String text = "word ".repeat(150);
        assertThat(SpeakingTime.of(text, ScriptLanguage.ENGLISH).seconds()).isEqualTo(60);
        assertThat(SpeakingTime.of(text, ScriptLanguage.of("de").orElseThrow()).seconds())
                .isEqualTo(70);
        assertThat(SpeakingTime.of("", ScriptLanguage.ENGLISH)).isEqualTo(new SpeakingTime(0, 0));
    }

    @Test
    void numbersAreSpokenInTheirGroups() {
        assertThat(SpokenNumber.of("+15552368000", ScriptLanguage.ENGLISH))
                .isEqualTo("plus one, five five five, two three six, eight zero zero zero");
        assertThat(SpokenNumber.of("+46701234567", ScriptLanguage.of("sv").orElseThrow()))
                .startsWith("plus fyra sex, sju noll");
        assertThat(SpokenNumber.of("123", ScriptLanguage.ENGLISH)).isEqualTo("one two three");
    }
}
