package dev.tightrope.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestIdsTest {
    private static final String UUID_PATTERN = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    @ParameterizedTest
    @ValueSource(strings = {"abc-1", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01", "a/b+c=:d._"})
    void keepsTheCallersId(String id) {
        assertThat(RequestIds.accept(id)).isEqualTo(id);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "a b", "a\nERROR forged", "<script>", "åäö"})
    void makesItsOwnWhereTheCallersCouldForgeALogLine(String id) {
        assertThat(RequestIds.accept(id)).matches(UUID_PATTERN);
    }

    @Test
    void makesItsOwnInsteadOfAnEndlessOne() {
        assertThat(RequestIds.accept("a".repeat(129))).matches(UUID_PATTERN);
    }
}
