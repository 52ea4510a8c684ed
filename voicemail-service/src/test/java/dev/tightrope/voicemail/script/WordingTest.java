package dev.tightrope.voicemail.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordingTest {
    @Test
    void abbreviationsDoNotEndASentence() {
        assertThat(Wording.sentences("Hello Mr. Smith. We helped Acme Inc. and others! Really?\nYes"))
                .containsExactly("Hello Mr. Smith", "We helped Acme Inc. and others", "Really", "Yes");
        assertThat(Wording.sentences("  \n ... ")).isEmpty();
    }
}
