package dev.tightrope.voicemail.speech;

import java.util.stream.Stream;

/** Signs around figures: a range, a change from one to the other, plus and minus, about, more and less than. */
final class Signs {
    private static final String FIGURE = "(?=[€$£]?\\d)";

    private Signs() {}

    static Stream<Rule> rules(SpeechLanguage language) {
        return Stream.of(
                Rule.of("(?<![\\p{L}\\p{N}])24/7" + Rule.END, found -> language.word("always")),
                Rule.of("(?<!\\s)\\s*(?:→|->|=>)\\s*", found -> " " + language.word("arrow") + " "),
                Rule.of("(?<=[\\d%€$£])[-–‑]" + FIGURE, found -> " " + language.word("to") + " "),
                sign("\\+", language.word("plus")),
                sign("[-−‑]", language.word("minus")),
                sign("(?:~|≈|" + language.word("about.written") + ")\\s?", language.word("about")),
                sign("[>≥]\\s?", language.word("moreThan")),
                sign("[<≤]\\s?", language.word("lessThan")));
    }

    private static Rule sign(String written, String words) {
        return Rule.of("(?<![\\p{L}\\p{N}])" + written + FIGURE, found -> words + " ");
    }
}
