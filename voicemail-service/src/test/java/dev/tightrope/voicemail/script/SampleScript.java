package dev.tightrope.voicemail.script;

import java.util.List;
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
}
