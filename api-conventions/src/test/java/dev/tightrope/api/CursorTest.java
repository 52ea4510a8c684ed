package dev.tightrope.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {
    @Test
    void bringsEveryKindOfSortKeyBack() {
        Instant moment = Instant.parse("2026-01-31T09:00:00.123456Z");
        UUID id = UUID.fromString("01900000-0000-7000-8000-000000000001");

        Cursor read =
                Cursor.parse(Cursor.of(moment, id, 42L, "Åke, Björn & Söner").encoded());

        assertThat(read.instant(0)).isEqualTo(moment);
        assertThat(read.uuid(1)).isEqualTo(id);
        assertThat(read.number(2)).isEqualTo(42);
        assertThat(read.text(3)).isEqualTo("Åke, Björn & Söner");
    }

    @Test
    void isSafeInAUrl() {
        assertThat(Cursor.of("~~~???>>>", Instant.EPOCH).encoded()).matches("[A-Za-z0-9_-]+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "a", "not base64!", "%00"})
    void refusesWhatIsNoBase64(String garbage) {
        assertRefused(() -> Cursor.parse(garbage));
    }

    @Test
    void refusesBrokenEscapesAndNul() {
        assertRefused(() -> Cursor.parse(base64("%zz")));
        assertRefused(() -> Cursor.parse(base64("a%00b")));
    }

    @Test
    void refusesAPartOfAnotherKindOrTooFewParts() {
        Cursor cursor = Cursor.of("text");

        assertRefused(() -> cursor.instant(0));
        assertRefused(() -> cursor.uuid(0));
        assertRefused(() -> cursor.number(0));
        assertRefused(() -> cursor.text(1));
    }

    @Test
    void pageRequestHasADefaultAndBoundsItsLimit() {
        assertThat(PageRequest.of(null, null)).isEqualTo(new PageRequest(50, null));
        assertThat(PageRequest.of(200, "").fetchSize()).isEqualTo(201);
        for (int wrong : new int[] {-1, 0, 201}) {
            assertThatExceptionOfType(ProblemException.class)
                    .isThrownBy(() -> PageRequest.of(wrong, null))
                    .satisfies(e -> assertThat(e.errors())
                            .containsExactly(new FieldError("?limit", "must be between 1 and 200")));
        }
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().encodeToString(text.getBytes(UTF_8));
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable reading) {
        assertThatExceptionOfType(ProblemException.class).isThrownBy(reading).satisfies(e -> {
            assertThat(e.status()).isEqualTo(400);
            assertThat(e.code()).isEqualTo("invalid-cursor");
            assertThat(e.errors()).extracting(FieldError::pointer).isEqualTo(List.of("?cursor"));
        });
    }
}
