package dev.tightrope.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ETagsTest {
    @ParameterizedTest
    @ValueSource(strings = {"\"3\"", " \"3\" ", "*", "\"1\", \"3\"", "W/\"3\",\"3\""})
    void letsTheCurrentVersionPass(String ifMatch) {
        assertThatCode(() -> ETags.check(ifMatch, 3)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"2\"", "\"33\"", "\"\"", "W/\"3\"", "\"1\",\"2\""})
    void refusesAnotherVersionAndWeakTags(String ifMatch) {
        assertStatus(ifMatch, 412);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void asksForAMissingHeader(String ifMatch) {
        assertStatus(ifMatch, 428);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "\"3", "'3'", "\"3\" \"4\"", "*, \"3\""})
    void refusesWhatIsNoTag(String ifMatch) {
        assertStatus(ifMatch, 400);
    }

    @ParameterizedTest
    @CsvSource({"0", "9223372036854775807"})
    void acceptsItsOwnTags(long version) {
        assertThatCode(() -> ETags.check("\"" + ETags.of(version).getValue() + "\"", version))
                .doesNotThrowAnyException();
    }

    private static void assertStatus(String ifMatch, int status) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> ETags.check(ifMatch, 3))
                .satisfies(e -> assertThat(e.status()).isEqualTo(status));
    }
}
