package dev.tightrope.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageOfTextTest {
    private static final Map<String, String> TEXTS = Map.of(
            "en",
            "The maintenance team opened every exchanger each quarter because nobody saw which of them were fouled. We"
                    + " replaced six of them in two weekend stops and gave the planner one page that says what to clean, and"
                    + " the unplanned stops went from eleven to two a year. Your maintenance manager would know what this is"
                    + " about.",
            "sv",
            "Underhållslaget öppnade varje värmeväxlare varje kvartal för att ingen såg vilka som var igensatta. Vi bytte"
                    + " sex av dem under två helgstopp och gav planeraren en sida som säger vad som ska rengöras, och de"
                    + " oplanerade stoppen gick från elva till två om året. Er underhållschef vet vad det handlar om och har"
                    + " säkert sett detta, men inte hur det går att undvika.",
            "de",
            "Die Instandhaltung öffnete jeden Wärmetauscher in jedem Quartal, weil niemand sah, welche verschmutzt waren."
                    + " Wir haben sechs davon an zwei Wochenenden ersetzt und dem Planer eine Seite gegeben, auf der steht,"
                    + " was zu reinigen ist, und die ungeplanten Stillstände sind von elf auf zwei im Jahr gefallen. Ihr"
                    + " Instandhaltungsleiter wird wissen, wie das ist.",
            "fr",
            "L'équipe de maintenance ouvrait chaque échangeur tous les trimestres, parce que personne ne voyait lesquels"
                    + " étaient encrassés. Nous en avons remplacé six pendant deux week-ends et nous avons donné au planificateur"
                    + " une page qui dit quoi nettoyer, et les arrêts non prévus sont passés de onze à deux par an. Votre"
                    + " responsable de la maintenance sait ce que cela veut dire pour vous et pour votre usine, chez vous aussi.",
            "es",
            "El equipo de mantenimiento abría todos los intercambiadores cada trimestre porque nadie veía cuáles estaban"
                    + " sucios. Cambiamos seis en dos fines de semana y dimos al planificador una hoja que dice qué limpiar, y"
                    + " las paradas no previstas pasaron de once a dos por año. Su jefe de mantenimiento sabe muy bien lo que"
                    + " esto significa para usted y para la planta.");

    @ParameterizedTest
    @ValueSource(strings = {"en", "sv", "de", "fr", "es"})
    void tellsTheLanguageOfALetter(String language) {
        assertThat(LanguageOfText.of(TEXTS.get(language))).contains(language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv", "de", "fr", "es"})
    void saysNothingOfAMixture(String language) {
        assertThat(LanguageOfText.of(TEXTS.get("en") + " " + TEXTS.get(language)))
                .isEmpty();
    }

    @Test
    void saysNothingOfWhatIsTooShortOrInAnotherLanguage() {
        assertThat(LanguageOfText.of("")).isEmpty();
        assertThat(LanguageOfText.of("Hello, please call me back on the number that you have."))
                .isEmpty();
        assertThat(
                        LanguageOfText.of(
                                "Kunnossapito avasi jokaisen lämmönvaihtimen joka vuosineljännes, koska kukaan ei"
                                        + " nähnyt, mitkä niistä olivat likaantuneet. Vaihdoimme niistä kuusi kahden viikonlopun aikana."))
                .isEmpty();
    }
}
