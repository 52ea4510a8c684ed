package dev.tightrope.voicemail.script;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tightrope.names.BusinessRole;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Facts of a realistic script, for tests. */
final class SampleScript {
    static final String PAIN = "Your service engineers drive out twice because the first visit lacked the spare part.";

    private SampleScript() {}

    static ScriptFacts facts() {
        return facts("en", PAIN, "+46701234567", "Their plants stood still for eleven hours a month.");
    }

    static ScriptFacts facts(String language) {
        return facts(language, PAIN, "+46701234567", "Their plants stood still for eleven hours a month.");
    }

    static ScriptFacts facts(String language, @Nullable String pain, @Nullable String phone, @Nullable String impact) {
        return new ScriptFacts(
                "Sture Lindqvist",
                "Pulp & Paper AB",
                pain,
                "Kärnvärme AB",
                List.of("Kärnvärme AB", "Karnvarme"),
                "maintenance manager",
                "heat exchangers with a cleaning plan.",
                "they cleaned by the calendar, not by need",
                impact,
                language,
                "Anna Berg",
                phone,
                "Nordic Exchange");
    }

    /** A story as told in a language for a role. */
    static ScriptFacts story(String language, BusinessRole role) {
        Properties story = new Properties();
        String file = "/scripts/stories_" + language + ".properties";
        try (InputStream stream = SampleScript.class.getResourceAsStream(file)) {
            story.load(new InputStreamReader(Objects.requireNonNull(stream), UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        UnaryOperator<String> of = key -> story.getProperty(role + "." + key);
        return new ScriptFacts(
                "Karin Ekström",
                "Nordfors",
                of.apply("pain"),
                of.apply("competitor"),
                List.of(),
                of.apply("role"),
                of.apply("offering"),
                of.apply("situation"),
                of.apply("impact"),
                language,
                "Anna Berg",
                "+46701234567",
                "Varmia");
    }
}
