package dev.tightrope.outreach.briefing;

import dev.tightrope.outreach.people.Person;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The briefing as a page to print, in the reader's language and zone.
 *
 * @param facts what it tells
 * @param language tag of the language its headings are in
 */
public record BriefingPage(Briefing facts, String language, ResourceBundle words, ZoneId zone) {
    private static final Locale ENGLISH_FOR_THE_REST = Locale.ENGLISH;

    @CheckedTemplate(basePath = "briefing")
    private static final class Templates {
        private Templates() {}

        static native TemplateInstance page(BriefingPage page);
    }

    static String of(Briefing briefing, @Nullable Person reader) {
        Locale locale = Locale.forLanguageTag(reader == null ? "en" : reader.language());
        ResourceBundle words = ResourceBundle.getBundle(
                "dev.tightrope.outreach.briefing.words",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        Locale used = words.getLocale().getLanguage().isEmpty() ? ENGLISH_FOR_THE_REST : words.getLocale();
        ZoneId zone = reader == null ? ZoneId.of("UTC") : reader.zone();
        return Templates.page(new BriefingPage(briefing, used.getLanguage(), words, zone))
                .render();
    }

    /** The word for a key. */
    public String word(String key) {
        return words.getString(key);
    }

    /** The words for constants, such as what people did, joined. */
    public String words(Iterable<? extends Enum<?>> constants) {
        StringBuilder joined = new StringBuilder();
        for (Enum<?> constant : constants) {
            joined.append(joined.isEmpty() ? "" : ", ").append(word(constant.name()));
        }
        return joined.toString();
    }

    /** A moment as people of the language write it. */
    public String moment(@Nullable Instant at) {
        return at == null
                ? "–"
                : DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(Locale.forLanguageTag(language))
                        .format(at.atZone(zone));
    }

    /** A day as people of the language write it. */
    public String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(Locale.forLanguageTag(language))
                .format(day);
    }

    /** Name of somebody in the forward chain. */
    public String name(UUID person) {
        return names().getOrDefault(person, word("us"));
    }

    private Map<UUID, String> names() {
        return facts.people().stream()
                .collect(Collectors.toMap(Briefing.Knows::id, Briefing.Knows::name, (one, other) -> one));
    }
}
