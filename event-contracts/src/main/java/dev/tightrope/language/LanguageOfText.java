package dev.tightrope.language;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Tells the language of a text by its smallest words, those that are common in one language and mean nothing in the
 * others. It says nothing of a short text, nor of one that mixes languages: a story may be told in another than the mail.
 */
public final class LanguageOfText {
    private static final int FEWEST_SMALL_WORDS = 10;
    private static final int CLEARLY = 3;
    private static final Pattern WORD = Pattern.compile("\\p{L}+");

    /** Language of each small word; one that two of these languages have, such as "en" or "die", is in none. */
    private static final Map<String, String> LANGUAGES = languages(Map.of(
            "en",
            "the and of to that is with are were has had have they their this which not from by it be you your"
                    + " would will there been what when who our at as or if on how these more",
            "sv",
            "och att det som på är av för med till har inte ett från jag när hur vad eller också efter där här så"
                    + " blev blir vara varje dem deras detta dessa vid utan mellan skulle kunde",
            "de",
            "und der das dem den von zu mit ist im für auf nicht ein eine einen einer sich wir sie ihr ihre ihren auch bei"
                    + " nach wie aus hat haben waren wird sind über dass oder wenn werden wurde durch zum zur",
            "fr",
            "et du dans pour est au aux sur avec pas ce cette nous vous votre vos notre ont sont été leur leurs"
                    + " chez mais qui une ces était sans plus après avant",
            "es",
            "y el los las del por con para como más pero fue usted ustedes este esta cuando ya muy desde qué su sus"
                    + " una lo al donde sin hasta tiene había cada"));

    private LanguageOfText() {}

    /** Its language as a tag ({@code en}, {@code sv}, {@code de}, {@code fr}, {@code es}); empty unless it is beyond doubt. */
    public static Optional<String> of(String text) {
        Map<String, Integer> counts = new HashMap<>();
        WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .map(LANGUAGES::get)
                .forEach(language -> {
                    if (language != null) {
                        counts.merge(language, 1, Integer::sum);
                    }
                });
        List<Map.Entry<String, Integer>> ranked = new ArrayList<>(counts.entrySet());
        ranked.sort(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()));
        int most = ranked.isEmpty() ? 0 : ranked.get(0).getValue();
        int next = ranked.size() < 2 ? 0 : ranked.get(1).getValue();
        return most >= FEWEST_SMALL_WORDS && most >= next * CLEARLY
                ? Optional.of(ranked.get(0).getKey())
                : Optional.empty();
    }

    private static Map<String, String> languages(Map<String, String> smallWords) {
        Map<String, String> languages = new HashMap<>();
        Map<String, Integer> uses = new HashMap<>();
        smallWords.forEach((language, words) -> {
            for (String word : words.split(" ")) {
                languages.put(word, language);
                uses.merge(word, 1, Integer::sum);
            }
        });
        uses.forEach((word, count) -> {
            if (count > 1) {
                languages.remove(word);
            }
        });
        return languages;
    }
}
