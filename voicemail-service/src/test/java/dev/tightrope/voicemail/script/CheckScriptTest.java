package dev.tightrope.voicemail.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tightrope.voicemail.speech.Speech;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckScriptTest {
    private static final ScriptFacts FACTS = SampleScript.facts();
    private static final String GOOD = WriteScript.from(FACTS, ScriptForm.LONG);
    private static final Map<String, String> SPOKEN = Map.of(
            "en",
            "They opened every one of them because nobody saw which had to be cleaned, and this is what they have now.",
            "sv",
            "De öppnade varje växlare för att ingen såg vilka som var igensatta, och det är inte så det är nu, för vi har"
                    + " ändrat det med dem.",
            "de",
            "Niemand sah, welche zu reinigen waren, und das ist nicht mehr so, weil wir ihnen eine Seite gegeben haben, auf"
                    + " der es steht.",
            "fr",
            "Personne ne voyait ce qui était à nettoyer, et nous avons donné une page qui le dit pour vous et avec vous,"
                    + " sans arrêt, chez vous aussi.",
            "es",
            "Nadie veía lo que había que limpiar, y por eso les dimos una hoja que lo dice para cada planta, con todo lo"
                    + " que ya tiene el equipo.");
    private static final String CLOSING =
            "You do not have to remember all of this now: to sum up, I will also put together an e-mail for you.";

    @Test
    void aWrittenScriptHasNothingToBeFound() {
        assertThat(CheckScript.of(GOOD, FACTS)).isEmpty();
    }

    @Test
    void everyFindingSaysWhyAndWhatToDo() {
        assertThat(CheckScript.of("Please call me back.", FACTS)).isNotEmpty().allSatisfy(check -> {
            assertThat(check.reason()).isNotBlank();
            assertThat(check.remedy()).isNotBlank();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"Karnvarme", "KÄRNVÄRME", "kärnvärme ab", "Kärnvärme's"})
    void theCompetitorIsKnownWhateverItsSpelling(String name) {
        assertThat(errors(GOOD.replace("Kärnvärme AB", name))).isEmpty();
    }

    @Test
    void theCompetitorMustBeNamed() {
        assertThat(errors(GOOD.replace("Kärnvärme AB", "Kärnvärmeverket"))).containsExactly("COMPETITOR_MISSING");
    }

    @Test
    void theClosingPhraseComesLast() {
        assertThat(errors(GOOD + " Good bye and have a nice day.")).containsExactly("CLOSING_PHRASE_NOT_LAST");
        assertThat(errors(GOOD.replace(CLOSING, ""))).containsExactly("CLOSING_PHRASE_MISSING");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | In short, I'll send you an email about it",
                "en | You will find the details in an e-mail I am sending to Mr. Lindqvist.",
                "en | You do not have to remember all of this now: to sum up, I will also put together an e-mail for you.",
                "en | I will put together an e-mail for you, so you need not write anything down.",
                "en | I'll also be e-mailing you the details.",
                "sv | Du behöver inte komma ihåg allt det här nu, jag sätter ihop ett mejl till dig.",
                "sv | Jag skickar ett mejl, så du behöver inte skriva ner något.",
                "de | Sie müssen sich das nicht alles merken: ich fasse es Ihnen in einer E-Mail zusammen.",
                "de | Ich sende Ihnen noch eine E-Mail, Sie müssen also nichts notieren.",
                "fr | Vous n'avez pas besoin de tout retenir : je vous enverrai aussi un e-mail.",
                "es | No hace falta que lo recuerde todo ahora: le enviaré también un correo.",
                "sv | För att summera så skickar jag även ett mejl till dig.",
                "sv | Jag sätter ihop ett e-postmeddelande åt dig också!",
                "de | Ich fasse Ihnen das in einer E-Mail zusammen.",
                "de | Zusammenfassend: Sie erhalten von mir noch eine Mail.",
                "fr | Pour résumer, je vous enverrai aussi un courriel.",
                "fr | Vous recevrez également un e‑mail.",
                "es | Para resumir, también le enviaré un correo.",
                "es | Voy a escribirle además un correo electrónico."
            })
    void itsWordingIsFreeAsLongAsItAnnouncesTheMail(String language, String closing) {
        ScriptFacts facts = SampleScript.facts(language);
        String text = withoutLastLine(WriteScript.from(facts, ScriptForm.LONG)) + "\n" + closing;

        assertThat(CheckScript.of(text, facts)).extracting(ScriptCheck::code).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Please e-mail me.",
                "en | I will not send you an e-mail.",
                "en | Have a nice day.",
                "sv | Jag hoppas att du mejlar, skicka mig ett mejl.",
                "sv | Jag kommer inte att skicka något mejl.",
                "en | I won't be sending you an e-mail.",
                "en | My assistant will throw your mail away, going to lunch.",
                "de | Schreiben Sie mir eine E-Mail, ich freue mich.",
                "de | Ich werde Ihnen keine E-Mail schicken.",
                "fr | Je ne vous enverrai pas d'e-mail.",
                "es | No le enviaré ningún correo.",
                "fr | Envoyez-moi un e-mail, je vous en prie.",
                "es | Envíeme un correo, se lo agradeceré."
            })
    void aSentenceThatDoesNotAnnounceTheMailDoesNotClose(String language, String closing) {
        ScriptFacts facts = SampleScript.facts(language);
        String text = withoutLastLine(WriteScript.from(facts, ScriptForm.LONG)) + "\n" + closing;

        assertThat(CheckScript.of(text, facts)).extracting(ScriptCheck::code).containsExactly("CLOSING_PHRASE_MISSING");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Hello Sture. My name is Anna Berg from Nordic Exchange. Kärnvärme. Please call me back on +46 70 123 45 67.",
                "sv | Hej Sture. Jag heter Anna Berg. Kärnvärme. Ring mig tillbaka på +46 70 123 45 67.",
                "de | Guten Tag. Mein Name ist Anna Berg. Kärnvärme. Rufen Sie mich bitte zurück.",
                "fr | Bonjour. Je m'appelle Anna Berg. Kärnvärme. Rappelez-moi au +46 70 123 45 67.",
                "es | Buenos días. Me llamo Anna Berg. Kärnvärme. Llámeme al +46 70 123 45 67."
            })
    void whoCallsAndANumberAreNotEnough(String language, String text) {
        ScriptFacts facts = SampleScript.facts(language);
        String closed = text + "\n" + lastLine(WriteScript.from(facts, ScriptForm.LONG));

        assertThat(CheckScript.of(closed, facts))
                .filteredOn(check -> check.severity() == ScriptCheck.Severity.ERROR)
                .extracting(ScriptCheck::code)
                .containsExactly("MERELY_A_CALL_BACK_REQUEST");
    }

    @Test
    void aCallBackRequestThatIsTooLongIsBoth() {
        String frame = "This is Anna Berg from Nordic Exchange about Kärnvärme.\n"
                + "Please call me back on plus four six, seven zero, one two three, four five, six seven.\n".repeat(14);
        assertThat(errors(frame + CLOSING)).containsExactly("MERELY_A_CALL_BACK_REQUEST", "TOO_LONG");
    }

    @Test
    void overAMinuteIsLongAndOverOneAndAHalfTooLong() {
        assertThat(ScriptLanguage.ENGLISH.wordsPerMinute()).isEqualTo(150);
        assertThat(codes(filled(150))).isEmpty();
        assertThat(codes(filled(151))).containsExactly("LONG");
        assertThat(codes(filled(225))).containsExactly("LONG");
        assertThat(errors(filled(225))).isEmpty();
        assertThat(errors(filled(226))).containsExactly("TOO_LONG");
        assertThat(codes(filled(226))).doesNotContain("LONG");
    }

    @Test
    void aMailInAnotherLanguageGetsAnEnglishScriptAndAWarning() {
        ScriptFacts facts = SampleScript.facts("nl");
        assertThat(CheckScript.of(WriteScript.from(facts, ScriptForm.LONG), facts))
                .singleElement()
                .satisfies(check -> {
                    assertThat(check.code()).isEqualTo("LANGUAGE_UNKNOWN");
                    assertThat(check.severity()).isEqualTo(ScriptCheck.Severity.WARNING);
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "sv", "de", "fr", "es"})
    void aScriptInAnotherLanguageThanItsMailIsNoticed(String language) {
        String text = WriteScript.from(SampleScript.facts(language, null, null, null), ScriptForm.LONG) + "\n"
                + SPOKEN.get(language);
        for (String expected : SPOKEN.keySet()) {
            List<ScriptCheck> found = CheckScript.of(text, SampleScript.facts(expected)).stream()
                    .filter(check -> check.code().equals("OTHER_LANGUAGE"))
                    .toList();
            assertThat(found).as(expected).hasSize(expected.equals(language) ? 0 : 1);
            assertThat(found).allSatisfy(check -> assertThat(check.severity()).isEqualTo(ScriptCheck.Severity.WARNING));
        }
    }

    @Test
    void aTokenIsNotReadAloud() {
        assertThat(errors(GOOD.replace("Anna Berg", "{{rep}}"))).containsExactly("UNRESOLVED_TOKEN");
    }

    @Test
    void thePainOpensTheScript() {
        String opening = GOOD.replace(SampleScript.PAIN + "\n", "");
        assertThat(codes(opening)).containsExactly("PAIN_MISSING");
        assertThat(codes(opening.replace(CLOSING, SampleScript.PAIN + "\n" + CLOSING)))
                .as("said later it does not open")
                .containsExactly("PAIN_MISSING");
        assertThat(codes(opening.replace(
                        "Hello Sture Lindqvist.",
                        "Hello Sture. I hear your engineers drive out twice, as the first visit lacked a spare part.")))
                .as("in other words it does")
                .isEmpty();
    }

    @Test
    void thePainIsTheSameInFiguresAndInWords() {
        ScriptFacts facts = SampleScript.facts("en", "Downtime takes 1200 hours a year.", "+46701234567", null);
        String written = WriteScript.from(facts, ScriptForm.SHORT);

        assertThat(written).contains("Downtime takes one thousand two hundred hours a year.");
        assertThat(CheckScript.of(written, facts)).isEmpty();
        assertThat(CheckScript.of(written.replace("one thousand two hundred hours", "1200 h"), facts))
                .isEmpty();

        ScriptFacts hardlyWords = SampleScript.facts("en", "1200 h at 40 %", "+46701234567", null);
        assertThat(CheckScript.of(WriteScript.from(hardlyWords, ScriptForm.SHORT), hardlyWords))
                .isEmpty();
    }

    @Test
    void theNumberCanBeWrittenInFigures() {
        String spoken = Speech.number("+46701234567", "en");
        assertThat(codes(GOOD.replace(spoken, "+46 70 123 45 67"))).isEmpty();
        assertThat(codes(GOOD.replace(spoken, "on my card"))).containsExactly("NUMBER_MISSING");
    }

    private static String filled(int words) {
        int missing = words - SpeakingTime.of(GOOD, ScriptLanguage.ENGLISH).words();
        return missing < 0
                ? GOOD.replace("They cleaned by the calendar, not by need.\n", "")
                        .replace("The result: Their plants stood still for eleven hours a month.\n", "")
                : GOOD.replace(CLOSING, "Detail ".repeat(missing) + ".\n" + CLOSING);
    }

    private static String withoutLastLine(String text) {
        return text.substring(0, text.lastIndexOf('\n'));
    }

    private static String lastLine(String text) {
        return text.substring(text.lastIndexOf('\n') + 1);
    }

    private static List<String> codes(String text) {
        return CheckScript.of(text, FACTS).stream().map(ScriptCheck::code).toList();
    }

    private static List<String> errors(String text) {
        return CheckScript.of(text, FACTS).stream()
                .filter(check -> check.severity() == ScriptCheck.Severity.ERROR)
                .map(ScriptCheck::code)
                .toList();
    }
}
