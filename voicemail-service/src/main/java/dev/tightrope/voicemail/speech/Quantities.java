package dev.tightrope.voicemail.speech;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Numbers with a unit, per cent, times, in a row, or just before what they count. */
final class Quantities {
    private static final String UNIT = "unit.";
    private static final String GAP = "[ \u00a0\u202f]?";

    private final SpeechLanguage language;

    private Quantities(SpeechLanguage language) {
        this.language = language;
    }

    static Stream<Rule> rules(SpeechLanguage language) {
        Quantities quantities = new Quantities(language);
        String number = Rule.START + "(?<number>" + language.number() + ")";
        String unit = language.anyOf(UNIT);
        return Stream.of(
                Rule.of(
                        number + GAP + "%" + "(?![\\p{L}\\p{N}-])",
                        found -> quantities.with(found, language.word("percent"))),
                Rule.of(number + GAP + "[x×]" + Rule.END, found -> quantities.with(found, language.word("times"))),
                Rule.of(
                        number + GAP + "(?<scale>" + language.word("scale.written") + ")(?!\\p{L})\\.?",
                        quantities::scaled),
                Rule.of(
                        number + GAP + "(?<unit>" + unit + ")(?:/(?<per>" + unit + "))?" + Rule.END + "(?!/)",
                        quantities::measured),
                Rule.of(Rule.START + "(?<number>\\d{1,4})" + language.word("ordinal.pattern"), quantities::ordinal),
                Rule.of(number + Rule.END, quantities::counted));
    }

    private @Nullable String with(Found found, String words) {
        return language.parse(found.group("number"))
                .map(number -> language.numbers().before(words, number) + " " + words)
                .orElse(null);
    }

    private @Nullable String scaled(Found found) {
        String scale = found.group("scale");
        return language.parse(found.group("number"))
                .map(number -> Stream.of("million", "billion")
                        .filter(large -> scale.matches(language.word("scale." + large)))
                        .findFirst()
                        .map(large -> language.counted(number, language.forms(large)))
                        .orElseGet(() -> language.numbers().count(number.movePointRight(3))))
                .orElse(null);
    }

    private @Nullable String measured(Found found) {
        List<String> unit = language.forms(UNIT + found.group("unit"));
        String per = found.has("per")
                ? " " + language.word("per") + " "
                        + language.forms(UNIT + found.group("per")).get(0)
                : "";
        return language.parse(found.group("number"))
                .map(number -> language.counted(number, unit) + per)
                .orElse(null);
    }

    private String ordinal(Found found) {
        long number = Long.parseLong(found.group("number"));
        boolean feminine = found.matcher().group().matches(".*(?:ª|a|re|ère)$");
        return feminine && language.is("ordinal.feminine")
                ? language.numbers().ordinal(number, "rule.ordinal.weak")
                : language.ordinal(number, found.wordBefore(), "rule.ordinal");
    }

    private @Nullable String counted(Found found) {
        String noun = found.wordAfter();
        return language.parse(found.group("number"))
                .map(number -> noun == null
                        ? language.numbers().count(number)
                        : language.numbers().before(noun, number))
                .orElse(null);
    }
}
