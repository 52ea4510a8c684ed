package dev.tightrope.voicemail.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tightrope.voicemail.speech.Speech;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WriteScriptTest {
    @Test
    void anEnglishScriptSaysEverythingInTheOrderThatWorks() {
        assertThat(WriteScript.from(SampleScript.facts(), ScriptForm.LONG)).isEqualTo("""
                        Hello Sture Lindqvist.
                        Your service engineers drive out twice because the first visit lacked the spare part.
                        My name is Anna Berg and I am calling from Nordic Exchange.
                        My number is plus four six, seven zero, one two three, four five, six seven.
                        The reason for my call is our work with Kärnvärme AB: for your maintenance manager, it is about fewer unplanned stops, and cleaning when you choose.
                        They cleaned by the calendar, not by need.
                        What we did there: heat exchangers with a cleaning plan.
                        The result: Their plants stood still for eleven hours a month.
                        Once more, slowly, my number is plus four six, seven zero, one two three, four five, six seven.
                        You do not have to remember all of this now: to sum up, I will also put together an e-mail for you.""");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "sv", "de", "fr", "es", "sv-SE", "de-AT", "nl"})
    void whatIsWrittenCanBeApprovedInEveryLanguage(String language) {
        ScriptFacts facts = SampleScript.facts(language);
        String text = WriteScript.from(facts, ScriptForm.LONG);

        assertThat(CheckScript.of(text, facts))
                .filteredOn(check -> check.severity() == ScriptCheck.Severity.ERROR)
                .isEmpty();
        assertThat(CheckScript.of(text, facts))
                .extracting(ScriptCheck::code)
                .doesNotContain("PAIN_MISSING", "NUMBER_MISSING");
        assertThat(text)
                .doesNotContain("{{")
                .contains("Sture Lindqvist", SampleScript.PAIN, "Anna Berg", "Kärnvärme AB");
        String number = Speech.number("+46701234567", facts.speechLanguage());
        assertThat(text.split(java.util.regex.Pattern.quote(number), -1))
                .as("the number is said twice")
                .hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "sv", "de", "fr", "es"})
    void withoutPainOrImpactItIsStillWhole(String language) {
        ScriptFacts facts = SampleScript.facts(language, null, null, null);
        String text = WriteScript.from(facts, ScriptForm.LONG);

        assertThat(text).doesNotContain("{{", "null");
        assertThat(CheckScript.of(text, facts))
                .extracting(ScriptCheck::code)
                .contains("PAIN_MISSING", "NUMBER_MISSING")
                .doesNotContain("COMPETITOR_MISSING", "CLOSING_PHRASE_MISSING", "MERELY_A_CALL_BACK_REQUEST");
    }

    @Test
    void aValueIsNeverReadAsATemplate() {
        ScriptFacts facts = SampleScript.facts("en", "We lose {{competitor}} deals. $a \\", "+46701234567", null);

        assertThat(WriteScript.from(facts, ScriptForm.LONG)).contains("We lose {{competitor}} deals. $a \\.");
        assertThat(CheckScript.of(WriteScript.from(facts, ScriptForm.LONG), facts))
                .extracting(ScriptCheck::code)
                .contains("UNRESOLVED_TOKEN");
    }

    @Test
    void namesAreSaidAsTheyAreWritten() {
        ScriptFacts facts = with("Saab 2000 AB", "Saab 2000 flew 2000 hours.", "they cleaned by the calendar");
        String text = WriteScript.from(facts, ScriptForm.LONG);

        assertThat(text).contains("our work with Saab 2000 AB:", "The result: Saab 2000 flew two thousand hours.");
        assertThat(CheckScript.of(text, facts)).isEmpty();
    }

    @Test
    void aLongSituationStaysInTheMail() {
        assertThat(WriteScript.from(with("Kärnvärme", null, "word ".repeat(26)), ScriptForm.LONG))
                .doesNotContain("Word word");
    }

    @Test
    void theSituationStaysInTheMailIfTheScriptWouldTakeAMinute() {
        String impact = "stops ".repeat(20);
        ScriptFacts brief = with("Kärnvärme", null, "word ".repeat(24));
        ScriptFacts wordy = with("Kärnvärme", impact, "word ".repeat(24));

        assertThat(WriteScript.from(brief, ScriptForm.LONG)).contains("Word word", "What we did there");
        assertThat(WriteScript.from(wordy, ScriptForm.LONG))
                .doesNotContain("Word word")
                .contains("stops stops");
        assertThat(SpeakingTime.of(WriteScript.from(wordy, ScriptForm.LONG), ScriptLanguage.ENGLISH)
                        .seconds())
                .isLessThan(CheckScript.LONG_SECONDS);
    }

    private static ScriptFacts with(String competitor, @Nullable String impact, String situation) {
        ScriptFacts sample = SampleScript.facts();
        return new ScriptFacts(
                sample.executive(),
                sample.prospect(),
                sample.pain(),
                competitor,
                List.of(competitor),
                sample.businessUserRole(),
                sample.offering(),
                situation,
                impact,
                sample.language(),
                sample.rep(),
                sample.repPhone(),
                sample.repCompany());
    }
}
