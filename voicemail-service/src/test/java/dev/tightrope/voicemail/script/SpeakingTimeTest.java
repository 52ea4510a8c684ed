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
}
