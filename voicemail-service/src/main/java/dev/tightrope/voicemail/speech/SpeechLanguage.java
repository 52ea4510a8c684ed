package dev.tightrope.voicemail.speech;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a language calls the signs people write, and how it writes its figures. */
final class SpeechLanguage {
    private static final int MOST_DIGITS = 15;
    private static final Map<String, SpeechLanguage> ALL = Stream.of("en", "en-US", "sv", "de", "fr", "es")
            .map(SpeechLanguage::new)
            .collect(Collectors.toUnmodifiableMap(language -> language.tag, Function.identity()));

    private final String tag;
    private final Properties words = new Properties();
    private final SpelledNumbers numbers;
    private final List<Rule> rules;
    private final List<Rule> signs;
    private final Pattern figure;
    private final NumberWords numberWords;

    private SpeechLanguage(String tag) {
        this.tag = tag;
        Locale locale = Locale.forLanguageTag(tag);
        read("words_" + locale.getLanguage());
        if (!locale.getCountry().isEmpty()) {
            read("words_" + locale.toString());
        }
        numbers = new SpelledNumbers(locale, words);
        rules = Stream.of(
                        Addresses.rules(this),
                        Dates.rules(this),
                        Telephones.rules(this),
                        Times.rules(this),
                        Money.rules(this),
                        Quantities.rules(this))
                .flatMap(Function.identity())
                .toList();
        signs = Signs.rules(this).toList();
        figure = Pattern.compile(number());
        numberWords = new NumberWords(this);
    }

    /** The language of a tag; English where there are no words for it. */
    static SpeechLanguage of(String bcp47) {
        Locale locale = Locale.forLanguageTag(bcp47);
        return Stream.of(locale.toLanguageTag(), locale.getLanguage(), "en")
                .map(ALL::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }

    Locale locale() {
        return Locale.forLanguageTag(tag);
    }

    SpelledNumbers numbers() {
        return numbers;
    }

    NumberWords numberWords() {
        return numberWords;
    }

    List<Rule> rules() {
        return rules;
    }

    List<Rule> signs() {
        return signs;
    }

    String word(String key) {
        return Objects.requireNonNull(words.getProperty(key), () -> "Language " + tag + " lacks the word " + key);
    }

    boolean is(String key) {
        return Boolean.parseBoolean(word(key));
    }

    /** What is said with several meanings of a key, such as "euro|euros": one, many and so on. */
    List<String> forms(String key) {
        return List.of(word(key).split("\\|"));
    }

    /** The keys behind a prefix, the longest first, so that "kWh" is not read as "k". */
    List<String> keys(String prefix) {
        return words.stringPropertyNames().stream()
                .filter(key -> key.startsWith(prefix))
                .map(key -> key.substring(prefix.length()))
                .sorted((a, b) -> b.length() - a.length())
                .toList();
    }

    /** As a pattern: any of these keys. */
    String anyOf(String prefix) {
        return keys(prefix).stream().map(Pattern::quote).collect(Collectors.joining("|"));
    }

    /** Pattern of a number as people write it: "40 000", "1'000" and, as this language does, "1.200,5". */
    String number() {
        return "(?:\\d{1,3}(?:" + groupSign() + "\\d{3})+(?:[" + word("decimalSign") + "]\\d+)?|\\d+(?:[.,]\\d+)?)";
    }

    private String groupSign() {
        return "[" + word("group") + " '’\u00a0\u202f]";
    }

    /** The same, compiled. */
    Pattern figure() {
        return figure;
    }

    /**
     * A number so written; empty if it is too long to be one, or may be two different ones: "1.000" is a thousand to some
     * and one to others.
     */
    Optional<BigDecimal> parse(String number) {
        boolean grouped = number.matches("\\d{1,3}(?:" + groupSign() + "\\d{3})+(?:\\D\\d+)?");
        String digits = grouped ? number.replaceAll(groupSign() + "(?=\\d{3})", "") : number;
        boolean unclear = digits.length() > MOST_DIGITS || digits.matches("0\\d.*|[1-9]\\d{0,2}[.,]\\d{3}");
        return unclear ? Optional.empty() : Optional.of(new BigDecimal(digits.replace(',', '.')));
    }

    /** Whether a figure without a unit can only be a number: "4.0" is a name, and "3.5" may be a date. */
    boolean isPlain(String number) {
        boolean ours = !number.matches("\\d+[.,]\\d{1,2}") || number.matches(".*[" + word("decimalSign") + "].*");
        return ours && !number.matches("\\d+[.,]0{1,2}");
    }

    /** What it is counted by: "/h" is "per hour". */
    String per(Found found) {
        return found.has("per")
                ? " " + word("per") + " " + forms("unit." + found.group("per")).get(0)
                : "";
    }

    /** A word with the blanks at its ends that are written as "_". */
    String spaced(String key) {
        return word(key).replace('_', ' ');
    }

    /** A number and what is counted, in the form its number asks for. */
    String counted(BigDecimal number, List<String> forms) {
        boolean one = is("singularBelowTwo")
                ? number.abs().compareTo(BigDecimal.valueOf(2)) < 0
                : number.abs().compareTo(BigDecimal.ONE) == 0;
        String noun = forms.get(one ? 0 : 1);
        return numbers.before(noun, number) + " " + noun;
    }

    /** An ordinal number in the form the word before asks for. */
    String ordinal(long number, String wordBefore, String otherwise) {
        String rule = isOneOf("ordinal.dativeAfter", wordBefore)
                ? "rule.ordinal.dative"
                : isOneOf("ordinal.weakAfter", wordBefore) ? "rule.ordinal.weak" : otherwise;
        return numbers.ordinal(number, rule);
    }

    /** A template's places filled. */
    String filled(String key, Map<String, String> values) {
        String text = word(key);
        for (Map.Entry<String, String> value : values.entrySet()) {
            text = text.replace("{" + value.getKey() + "}", value.getValue());
        }
        return text.replaceAll(" +", " ").strip();
    }

    /** Whether a word belongs to a list of the language. */
    boolean isOneOf(String list, @Nullable String word) {
        return word != null && !word.isEmpty() && List.of(word(list).split(" ")).contains(word);
    }

    private void read(String name) {
        String path = "/speech/" + name + ".properties";
        try (InputStream stream = SpeechLanguage.class.getResourceAsStream(path)) {
            words.load(new InputStreamReader(Objects.requireNonNull(stream, path), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read " + path, e);
        }
    }
}
