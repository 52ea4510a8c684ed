package dev.tightrope.voicemail.script;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tightrope.names.BusinessRole;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A language scripts are written in: its templates, how fast it is spoken, and the phrases by which checks recognise what
 * a sentence does. Adding one means adding its resource files and its tag here.
 */
record ScriptLanguage(
        String tag,
        Map<ScriptForm, String> templates,
        String liveTemplate,
        Map<String, String> wordings,
        int wordsPerMinute,
        Pattern mail,
        Pattern announce,
        Pattern refuse,
        Pattern callBack,
        Pattern introduction,
        Pattern comparative,
        Pattern quantity,
        Pattern more,
        Pattern adverbial,
        String from,
        String towards,
        String change,
        String up,
        String down,
        String amount) {

    private static final Map<String, ScriptLanguage> ALL = Stream.of("en", "sv", "de", "fr", "es")
            .map(ScriptLanguage::load)
            .collect(Collectors.toUnmodifiableMap(ScriptLanguage::tag, Function.identity()));

    /** The language to use where another one is not known. */
    static final ScriptLanguage ENGLISH = ALL.getOrDefault("en", load("en"));

    /** The language of a BCP 47 tag, whatever its region; empty if no scripts are written in it. */
    static Optional<ScriptLanguage> of(String bcp47) {
        return Optional.ofNullable(ALL.get(Locale.forLanguageTag(bcp47).getLanguage()));
    }

    private static ScriptLanguage load(String tag) {
        Properties words = new Properties();
        try (InputStreamReader reader = new InputStreamReader(resource(tag + ".properties"), UTF_8)) {
            words.load(reader);
            return new ScriptLanguage(
                    tag,
                    Stream.of(ScriptForm.values())
                            .collect(Collectors.toUnmodifiableMap(
                                    Function.identity(), form -> template(tag, form.name()))),
                    template(tag, "live"),
                    words.stringPropertyNames().stream()
                            .filter(key -> key.startsWith("reason.") || key.startsWith("live."))
                            .collect(Collectors.toUnmodifiableMap(Function.identity(), key -> value(words, key))),
                    Integer.parseInt(value(words, "wordsPerMinute")),
                    pattern(words, "mail"),
                    pattern(words, "announce"),
                    pattern(words, "refuse"),
                    pattern(words, "callBack"),
                    pattern(words, "introduction"),
                    pattern(words, "comparative"),
                    pattern(words, "quantity"),
                    pattern(words, "more"),
                    pattern(words, "adverbial"),
                    value(words, "from"),
                    value(words, "towards"),
                    value(words, "change"),
                    value(words, "up"),
                    value(words, "down"),
                    value(words, "amount"));
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read the script resources of language " + tag, e);
        }
    }

    /** Lines with tokens to fill in. */
    String template(ScriptForm form) {
        return Objects.requireNonNull(templates.get(form));
    }

    /** Why a business user of this kind cares. */
    String reason(BusinessRole role, ScriptForm form) {
        return wording("reason." + role + "." + form);
    }

    /** What is said or done when the executive answers. */
    String live(String key) {
        return wording("live." + key);
    }

    private String wording(String key) {
        return Objects.requireNonNull(wordings.get(key), () -> "Language " + tag + " lacks " + key);
    }

    private static String template(String tag, String kind) {
        String name = tag + "." + kind.toLowerCase(Locale.ROOT) + ".txt";
        try (InputStream template = resource(name)) {
            return new String(template.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read " + name, e);
        }
    }

    private static InputStream resource(String name) {
        InputStream stream = ScriptLanguage.class.getResourceAsStream("/scripts/" + name);
        if (stream == null) {
            throw new IllegalStateException("Resource scripts/" + name + " is missing");
        }
        return stream;
    }

    private static Pattern pattern(Properties words, String key) {
        return Pattern.compile(value(words, key));
    }

    private static String value(Properties words, String key) {
        String value = words.getProperty(key);
        if (value == null) {
            throw new IllegalStateException("A script language lacks the entry " + key);
        }
        return value;
    }
}
