package dev.tightrope.voicemail.speech;

import java.util.stream.Stream;

/** Signs in front of a figure: plus and minus, about, more and less than. Each is said only together with its figure. */
final class Signs {
    private Signs() {}

    static Stream<Rule> rules(SpeechLanguage language) {
        return Stream.of(
                sign("\\+", language.word("plus")),
                sign("[-−‑]", language.word("minus")),
                sign("(?:~|≈|" + language.word("about.written") + ")\\s?", language.word("about")),
                sign("(?:≥|>=)\\s?", language.word("atLeast")),
                sign("(?:≤|<=)\\s?", language.word("atMost")),
                sign(">\\s?", language.word("moreThan")),
                sign("<\\s?", language.word("lessThan")));
    }

    /** From one to the other. */
    static Rule arrow(SpeechLanguage language) {
        return Rule.of("(?<!\\s)\\s*(?:→|->|=>)\\s*", found -> " " + language.word("arrow") + " ");
    }

    private static Rule sign(String written, String words) {
        return Rule.of(written + "(?=[€$£]?\\d)", found -> words);
    }
}
