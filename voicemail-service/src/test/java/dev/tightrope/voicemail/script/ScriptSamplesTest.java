package dev.tightrope.voicemail.script;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tightrope.names.BusinessRole;
import dev.tightrope.voicemail.call.CallOutcome;
import dev.tightrope.voicemail.speech.Speech;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Compares the scripts with approved samples, so that every change of wording is heard. To approve a change, run with
 * {@code -Dtightrope.approve=true}, read the samples aloud and commit them.
 */
class ScriptSamplesTest {
    private static final Path SAMPLES = Path.of("src/test/resources/scripts");
    // Half a minute, and the number a second time.
    private static final int SHORT_SECONDS = 40;

    static Stream<Arguments> scripts() {
        return Stream.of("en", "sv", "de", "fr", "es")
                .flatMap(language -> Stream.of(BusinessRole.values())
                        .flatMap(role ->
                                Stream.of(ScriptForm.values()).map(form -> Arguments.of(language, role, form))));
    }

    @ParameterizedTest(name = "{0} for {1}, {2}")
    @MethodSource("scripts")
    void isAsApproved(String language, BusinessRole role, ScriptForm form) throws IOException {
        ScriptFacts facts = SampleScript.story(language, role);
        String script = WriteScript.from(facts, form);
        SpeakingTime time = SpeakingTime.of(script, facts.scriptLanguage());

        assertSameAsApproved(
                String.join(".", language, role.name(), form.name()).toLowerCase(Locale.ROOT) + ".txt",
                script + "\n\n(" + time.words() + " words, " + time.seconds() + " seconds)\n");
        assertThat(CheckScript.of(script, facts)).isEmpty();
        assertThat(script).doesNotContainPattern("\\d(?!M)");
        assertThat(script.split(Pattern.quote(Speech.number("+46701234567", language)), -1))
                .as("the number is said twice")
                .hasSize(3);
        if (form == ScriptForm.SHORT) {
            assertThat(time.seconds()).isLessThanOrEqualTo(SHORT_SECONDS);
        } else {
            assertThat(time.seconds()).isLessThan(CheckScript.LONG_SECONDS);
        }
    }

    static Stream<Arguments> languagesAndRoles() {
        return Stream.of("en", "sv", "de", "fr", "es")
                .flatMap(language -> Stream.of(BusinessRole.values()).map(role -> Arguments.of(language, role)));
    }

    @ParameterizedTest(name = "{0} for {1}, live")
    @MethodSource("languagesAndRoles")
    void liveWordingIsAsApproved(String language, BusinessRole role) throws IOException {
        ScriptFacts facts = SampleScript.story(language, role);
        LiveWording live = LiveWording.of(new UUID(0, 0), 1, facts);

        assertSameAsApproved(
                String.join(".", language, role.name(), "live").toLowerCase(Locale.ROOT) + ".txt",
                live.text()
                        + live.replies().stream()
                                .map(reply -> "\n\n" + reply.answer() + " -> " + reply.recordAs() + "\n  " + reply.say()
                                        + "\n  " + reply.toDo())
                                .collect(Collectors.joining())
                        + "\n");
        assertThat(live.replies()).extracting(LiveWording.Reply::answer).containsExactly(LiveAnswer.values());
        assertThat(live.replies()).allSatisfy(reply -> {
            assertThat(reply.toDo())
                    .contains(CallOutcome.valueOf(reply.recordAs()).name());
        });
        assertThat(CompareWithEmail.of(live.text(), facts, facts.impact())).isEmpty();
        assertThat(live.text()).contains(facts.executive(), facts.competitor()).doesNotContain("{{");
    }

    static void assertSameAsApproved(String name, String now) throws IOException {
        Path sample = SAMPLES.resolve(name);
        if (Boolean.getBoolean("tightrope.approve")) {
            Files.writeString(sample, now, UTF_8);
        }
        assertThat(now).as(name).isEqualTo(Files.readString(sample, UTF_8));
    }
}
