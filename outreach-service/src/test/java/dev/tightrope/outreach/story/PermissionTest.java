package dev.tightrope.outreach.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PermissionTest {
    private static final Instant WITHDRAWN = Instant.parse("2026-06-01T10:00:00Z");

    @Test
    void holdsToTheEndOfItsLastDay() {
        Permission permission = permission(LocalDate.of(2026, 6, 30), null);
        assertThat(permission.holdsAt(Instant.parse("2026-06-30T23:59:59.999999Z")))
                .isTrue();
        assertThat(permission.holdsAt(Instant.parse("2026-07-01T00:00:00Z"))).isFalse();
    }

    @Test
    void endsInTheMomentOfItsWithdrawal() {
        Permission permission = permission(null, WITHDRAWN);
        assertThat(permission.holdsAt(WITHDRAWN.minusNanos(1_000))).isTrue();
        assertThat(permission.holdsAt(WITHDRAWN)).isFalse();
    }

    @Test
    void withoutEndItHolds() {
        assertThat(permission(null, null).holdsAt(Instant.parse("2199-01-01T00:00:00Z")))
                .isTrue();
    }

    private static Permission permission(LocalDate until, Instant endedAt) {
        return new Permission(Permission.Kind.GRANTED_BY, "Somebody", until, null, endedAt, null, null);
    }
}
