package dev.tightrope.scheduler.reminder;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words of letters and explanations in one language. A language we have no words in gets English. */
public final class Wording {
    /** The languages there are words in. */
    static final List<String> LANGUAGES = List.of("en", "sv", "de", "fr", "es");

    private static final Map<String, Wording> ALL =
            LANGUAGES.stream().collect(Collectors.toUnmodifiableMap(language -> language, Wording::new));

    private final Locale locale;
    private final Properties texts;
    private final DateTimeFormatter dates;
    private final DateTimeFormatter days;

    private Wording(String language) {
        this.locale = Locale.forLanguageTag(language);
        this.texts = read(language);
        this.dates = DateTimeFormatter.ofPattern(raw("date"), locale);
        this.days = DateTimeFormatter.ofPattern(raw("day"), locale);
    }

    /** The words for a BCP 47 tag such as sv or de-AT. */
    public static Wording of(String languageTag) {
        Wording found = ALL.get(Locale.forLanguageTag(languageTag).getLanguage());
        return found == null ? Objects.requireNonNull(ALL.get("en")) : found;
    }

    String language() {
        return locale.getLanguage();
    }

    /** The text of a key with its places filled. */
    public String text(String key, Object... values) {
        return new MessageFormat(raw(key), locale).format(values);
    }

    /** The text of the first key there is one of. */
    public String textOr(String key, String otherwise, Object... values) {
        return text(texts.containsKey(key) ? key : otherwise, values);
    }

    /** The texts key.1, key.2 and so on. */
    List<String> list(String key, Object... values) {
        List<String> list = new ArrayList<>();
        for (int number = 1; texts.containsKey(key + "." + number); number++) {
            list.add(text(key + "." + number, values));
        }
        return list;
    }

    /** A moment as people of this language write it, in the given zone. */
    public String moment(Instant instant, ZoneId zone) {
        return dates.format(instant.atZone(zone));
    }

    /** A day as people of this language write it. */
    public String day(LocalDate day) {
        return days.format(day);
    }

    /** Every key, to compare the languages. */
    Stream<String> keys() {
        return texts.stringPropertyNames().stream();
    }

    /** The text of a key as written, with its places open. */
    String raw(String key) {
        return Optional.ofNullable(texts.getProperty(key))
                .orElseThrow(() -> new IllegalStateException("No text '" + key + "' in " + locale));
    }

    private static Properties read(String language) {
        String name = "wording_" + language + ".properties";
        try (InputStream in =
                Objects.requireNonNull(Wording.class.getResourceAsStream(name), () -> name + " is missing")) {
            Properties read = new Properties();
            read.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
