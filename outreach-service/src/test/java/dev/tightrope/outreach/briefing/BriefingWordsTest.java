package dev.tightrope.outreach.briefing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tightrope.events.ResponseChannel;
import dev.tightrope.outreach.inbound.chain.ForwardChain;
import dev.tightrope.outreach.lifecycle.DispositionKind;
import dev.tightrope.outreach.lifecycle.OutreachState;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BriefingWordsTest {
    @ParameterizedTest
    @ValueSource(strings = {"en", "sv", "de", "fr", "es"})
    void everyLanguageHasAWordForEverythingThePageCanSay(String language) {
        ResourceBundle words = ResourceBundle.getBundle(
                "dev.tightrope.outreach.briefing.words",
                Locale.forLanguageTag(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        Stream.of(OutreachState.values(), ForwardChain.Did.values(), ResponseChannel.values(), DispositionKind.values())
                .flatMap(Arrays::stream)
                .map(Enum::name)
                .forEach(name -> assertThat(words.getString(name)).isNotBlank());
        assertThat(words.getString("SETTLED")).isNotBlank();
        if (!language.equals("en")) {
            assertThat(words.getString("briefing")).isNotEqualTo("Briefing");
        }
    }
}
