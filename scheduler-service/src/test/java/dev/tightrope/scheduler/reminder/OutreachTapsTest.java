package dev.tightrope.scheduler.reminder;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tightrope.api.onetap.OneTap;
import dev.tightrope.api.onetap.OneTapTokens;
import dev.tightrope.scheduler.reminder.LetterContent.Tap;
import dev.tightrope.scheduler.reminder.LetterContent.Taps;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OutreachTapsTest {
    private static final Instant NOW = Instant.parse("2026-03-04T07:00:00Z");
    private static final UUID MANAGER = new UUID(1, 1);
    private static final UUID OUTREACH = new UUID(2, 2);
    private static final OneTapTokens TOKENS = new OneTapTokens(Optional.of(
            List.of("key:" + Base64.getEncoder().encodeToString("k".repeat(32).getBytes(UTF_8)))));

    private static OutreachTaps taps(OneTapTokens tokens) {
        return new OutreachTaps(
                new OneTapLinks(tokens, "https://sales.example/{token}", Duration.ofDays(14)),
                Wording.of("en"),
                ZoneId.of("Europe/Stockholm"),
                NOW);
    }

    /** Whoever acts by a link acts in the name of the person the letter went to, for two weeks, on this outreach alone. */
    @Test
    void theLinksAreForWhoeverGetsTheLetter() {
        Taps taps = taps(TOKENS).of(ReminderKind.FOLLOW_UP, MANAGER, OUTREACH);

        assertThat(taps).isNotNull();
        assertThat(taps.first().text()).isEqualTo("Call again");
        assertThat(taps.others()).extracting(Tap::text).containsExactly("Extend the wait", "They answered", "Close");
        String token = taps.first().link().substring("https://sales.example/".length());
        assertThat(token).endsWith("?act=CALL_AGAIN");
        assertThat(TOKENS.read(token.substring(0, token.indexOf('?')), NOW))
                .isEqualTo(new OneTapTokens.Reading.Valid(
                        new OneTap(MANAGER, OneTap.Kind.OUTREACH, OUTREACH, NOW.plus(Duration.ofDays(14)))));
    }

    @ParameterizedTest
    @EnumSource(
            value = ReminderKind.class,
            names = {"RETURN", "SUGGESTION", "SIGN_IN"})
    void whatNoTapCanDoHasNone(ReminderKind kind) {
        assertThat(taps(TOKENS).of(kind, MANAGER, OUTREACH)).isNull();
    }

    @Test
    void withoutAKeyOrAnOutreachThereAreNone() {
        assertThat(taps(new OneTapTokens(Optional.empty())).of(ReminderKind.FOLLOW_UP, MANAGER, OUTREACH))
                .isNull();
        assertThat(taps(TOKENS).of(ReminderKind.FOLLOW_UP, MANAGER, null)).isNull();
    }
}
