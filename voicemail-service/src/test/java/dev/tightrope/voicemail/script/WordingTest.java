package dev.tightrope.voicemail.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Acme, Inc. | acme",
                "Müller & Söhne GmbH & Co. KG | muller and sohne",
                "Grupo Peñas S.A. | grupo penas",
                "ØRSTED A/S | orsted",
                "AB | ab",
                "SE Bank | se bank"
            })
    void aCompanyIsSaidWithoutItsLegalForm(String name, String said) {
        assertThat(Wording.company(name)).isEqualTo(said);
    }

    @Test
    void aNameInsideAnotherWordIsNotNamed() {
        assertThat(Wording.names("we worked with Volvotruck", "Volvo AB")).isFalse();
        assertThat(Wording.names("we worked with volvo.", "Volvo AB")).isTrue();
        assertThat(Wording.names("we worked with Mueller and Sons", "Mueller & Sons Ltd"))
                .isTrue();
        assertThat(Wording.names("we worked with nobody", "!?")).isFalse();
    }

    @Test
    void abbreviationsDoNotEndASentence() {
        assertThat(Wording.sentences("Hello Mr. Smith. We helped Acme Inc. and others! Really?\nYes"))
                .containsExactly("Hello Mr. Smith", "We helped Acme Inc. and others", "Really", "Yes");
        assertThat(Wording.sentences("  \n ... ")).isEmpty();
    }
}
