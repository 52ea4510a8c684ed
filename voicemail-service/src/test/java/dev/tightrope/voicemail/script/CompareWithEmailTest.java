package dev.tightrope.voicemail.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tightrope.names.BusinessRole;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompareWithEmailTest {
    private static final ScriptFacts FACTS = SampleScript.story("en", BusinessRole.MAINTENANCE_MANAGER);
    private static final String MAIL =
            "How 3M cut its stops\nThey had 11 unplanned stops a year and have 2 now: 82 % less.";
    private static final String GOOD = WriteScript.from(FACTS, ScriptForm.LONG);

    @ParameterizedTest
    @ValueSource(strings = {"en", "sv", "de", "fr", "es"})
    void aWrittenScriptSaysWhatTheMailSays(String language) {
        for (BusinessRole role : BusinessRole.values()) {
            ScriptFacts facts = SampleScript.story(language, role);
            for (ScriptForm form : ScriptForm.values()) {
                String script = WriteScript.from(facts, form);
                assertThat(CompareWithEmail.of(script, facts, facts.impact()))
                        .as(script)
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "eleven to two | eleven to three | FIGURE_NOT_IN_EMAIL 3",
                "eleven to two | 11 to 3 | FIGURE_NOT_IN_EMAIL 3",
                "eleven to two | ninety per cent down, from 11 to 2 | FIGURE_NOT_IN_EMAIL 90",
                "eleven to two | eleven to two, which is eighty-two per cent | ",
                "forty thousand | fifty thousand | FIGURE_NOT_IN_EMAIL 50000"
            })
    void aFigureThatIsNotInTheMailIsNoticedInFiguresAndInWords(String said, String instead, @Nullable String expected) {
        List<ScriptDifference> found = CompareWithEmail.of(GOOD.replace(said, instead), FACTS, MAIL);
        assertThat(found)
                .filteredOn(difference -> difference.code().startsWith("FIGURE"))
                .extracting(difference -> difference.code() + " " + difference.said())
                .isEqualTo(expected == null ? List.of() : List.of(expected));
    }

    @Test
    void withoutTheMailsTextItsFiguresAreNotKnown() {
        assertThat(codes(GOOD.replace("forty thousand", "fifty thousand"), null))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plus four six, seven zero, one two three, four five, six seven",
                "+46 70 123 45 67",
                "0046701234567",
                "zero seven zero, one two three, four five, six seven",
                "070-123 45 67"
            })
    void theRepsNumberIsKnownHoweverItIsSaid(String number) {
        assertThat(codes(withNumber(number), MAIL)).isEmpty();
    }

    @Test
    void anotherNumberIsNoticed() {
        assertThat(CompareWithEmail.of(withNumber("+46 70 123 45 68"), FACTS, MAIL))
                .extracting(ScriptDifference::code, ScriptDifference::said, ScriptDifference::inTheEmail)
                .containsOnly(org.assertj.core.groups.Tuple.tuple("OTHER_NUMBER", "46701234568", "+46701234567"));
    }

    @Test
    void theRoleAndTheImpactHaveToBeSaid() {
        assertThat(codes(GOOD.replace("maintenance manager", "people"), MAIL)).containsExactly("ROLE_NOT_SAID");
        assertThat(codes(GOOD.replace("maintenance manager", "head of maintenance"), MAIL))
                .isEmpty();
        assertThat(codes(GOOD.replace("eleven to two", "many to few"), MAIL)).containsExactly("IMPACT_NOT_SAID");
    }

    @Test
    void anotherNameOrCompanyIsNoticed() {
        assertThat(CompareWithEmail.of(GOOD.replace("Anna Berg", "Karl Holm"), FACTS, MAIL))
                .containsExactly(new ScriptDifference(
                        "OTHER_REP", "My name is Karl Holm and I am calling from Varmia", "Anna Berg"));
        assertThat(codes(GOOD.replace("Anna Berg", "Anna"), MAIL)).isEmpty();
        assertThat(codes(GOOD.replace("Varmia", "Warmia"), MAIL)).containsExactly("OTHER_COMPANY");
    }

    private static String withNumber(String number) {
        return GOOD.replace("plus four six, seven zero, one two three, four five, six seven", number);
    }

    private static List<String> codes(String script, @Nullable String mail) {
        return CompareWithEmail.of(script, FACTS, mail).stream()
                .map(ScriptDifference::code)
                .toList();
    }
}
