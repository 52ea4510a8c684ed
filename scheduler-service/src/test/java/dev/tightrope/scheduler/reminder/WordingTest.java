package dev.tightrope.scheduler.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class WordingTest {
    static final Iterable<String> LANGUAGES = Wording.LANGUAGES;
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)[^}]*");

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void everyLanguageSaysTheSameThings(String language) {
        Wording english = Wording.of("en");
        Wording words = Wording.of(language);

        assertThat(words.language()).isEqualTo(language);
        assertThat(keysOf(words)).isEqualTo(keysOf(english));
        english.keys()
                .filter(key -> key.endsWith(".lead") || key.endsWith(".subject"))
                .forEach(key -> assertThat(places(words.raw(key))).as(key).isEqualTo(places(english.raw(key))));
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void everyTextCanBeFilledAndLeavesNoPlaceOpen(String language) {
        Wording words = Wording.of(language);
        words.keys().filter(key -> !key.equals("date") && !key.equals("day")).forEach(key -> {
            Object[] values = {"A", "B", "C", "D", 2};
            if (key.equals("days")) {
                values[0] = 21L;
            } else if (key.startsWith("FOLLOW_UP")) {
                values[2] = 21L;
            }
            assertThat(words.raw(key))
                    .as(key + ": straight quotes vanish in a MessageFormat")
                    .doesNotContain("'");
            assertThat(words.text(key, values)).as(key).isNotBlank().doesNotContain("{", "}");
        });
    }

    /** An outreach keeps its executive: nothing can be chosen, only opened anew. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en|open a new outreach|choose",
                "sv|börja sedan en ny bearbetning|välj",
                "de|beginnen Sie danach eine neue Kontaktaufnahme|wählen",
                "fr|commencez ensuite une nouvelle démarche|choisissez",
                "es|empiece después una nueva gestión|elija"
            })
    void whoeverIsSuppressedIsNotReplacedByAnotherExecutive(String language, String possible, String impossible) {
        assertThat(Wording.of(language).text("step.SUPPRESSED"))
                .contains(possible)
                .doesNotContain(impossible);
    }

    @ParameterizedTest
    @CsvSource({
        "en, less than a day, 1 day, 21 days",
        "sv, mindre än en dag, 1 dag, 21 dagar",
        "de, weniger als ein Tag, 1 Tag, 21 Tage",
        "fr, moins d’un jour, 1 jour, 21 jours",
        "es, menos de un día, 1 día, 21 días"
    })
    void daysAreCountedAsPeopleSayThem(String language, String none, String one, String many) {
        Wording words = Wording.of(language);

        assertThat(Arrays.asList(words.text("days", 0L), words.text("days", 1L), words.text("days", 21L)))
                .containsExactly(none, one, many);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en|Wednesday 4 March 2026, 09:05",
                "sv|onsdag 4 mars 2026 kl. 09:05",
                "de|Mittwoch, 4. März 2026, 09:05 Uhr",
                "fr|mercredi 4 mars 2026 à 09:05",
                "es|miércoles, 4 de marzo de 2026, 09:05"
            })
    void momentsAreInTheZoneAndLanguageOfTheReader(String language, String expected) {
        assertThat(Wording.of(language).moment(Instant.parse("2026-03-04T08:05:00Z"), ZoneId.of("Europe/Stockholm")))
                .isEqualTo(expected);
    }

    @Test
    void aRegionGetsItsLanguageAndAnUnknownLanguageEnglish() {
        assertThat(Wording.of("de-AT").language()).isEqualTo("de");
        assertThat(Wording.of("fi").language()).isEqualTo("en");
        assertThat(Wording.of("not a tag!").language()).isEqualTo("en");
        assertThat(Wording.of(Locale.FRANCE.toLanguageTag()).language()).isEqualTo("fr");
    }

    private static Set<String> keysOf(Wording words) {
        return new TreeSet<>(words.keys().toList());
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
