package dev.tightrope.outreach.onetap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OneTapWordsTest {
    /** The root, which is English, says what all of them need; a missing key would be filled in from it unseen. */
    @ParameterizedTest
    @ValueSource(strings = {"sv", "de", "fr", "es"})
    void everyLanguageHasAWordOfItsOwnForEverything(String language) {
        ResourceBundle english = bundle("en");
        ResourceBundle words = bundle(language);

        assertThat(words.getLocale().getLanguage()).isEqualTo(language);
        for (String key : english.keySet()) {
            assertThat(words.getString(key)).as(key).isNotBlank();
            assertThat(words.getString(key)).as(key).isNotEqualTo(english.getString(key));
            assertThat(words.getString(key))
                    .as(key + " has no straight apostrophe")
                    .doesNotContain("'");
        }
    }

    private static ResourceBundle bundle(String language) {
        return ResourceBundle.getBundle(
                Words.BUNDLE,
                Locale.forLanguageTag(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
