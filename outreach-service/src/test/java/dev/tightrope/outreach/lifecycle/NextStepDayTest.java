package dev.tightrope.outreach.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** What was agreed on the phone is due on a day as the rep counts days, who is reminded of it. */
class NextStepDayTest {
    private static final ZoneId AUCKLAND = ZoneId.of("Pacific/Auckland");

    /** 30 November in Europe, the first of December in New Zealand. */
    private static final Instant MEETING = Instant.parse("2026-11-30T20:00:00Z");

    private static final Instant ACCEPTED = Instant.parse("2026-11-02T20:00:00Z");

    @Test
    void aMeetingIsOnItsDayWhereTheRepWorks() {
        assertThat(nextStepAfter(PromiseKind.MEETING_AGREED, new Agreement(MEETING, null, null, null)))
                .isEqualTo(LocalDate.of(2026, 12, 1));
    }

    @Test
    void aReferralIsFollowedOnTheDayTheEmailWentWhereTheRepWorks() {
        assertThat(nextStepAfter(PromiseKind.REFERRED, new Agreement(null, "Ann", null, null)))
                .isEqualTo(LocalDate.of(2026, 11, 3));
    }

    private static LocalDate nextStepAfter(PromiseKind kind, Agreement agreed) {
        LockedEmail email = new LockedEmail(1, Triggers.HASH);
        Situation sending = Triggers.start()
                .change()
                .email(email)
                .scriptApproved(true)
                .promise(new Promise(Triggers.ATTEMPT_1, kind, agreed, email, Triggers.NOW, Triggers.NOW))
                .ground(OutreachState.SENDING_EMAIL)
                .done();
        OutreachTrigger accepted =
                new OutreachTrigger.MailAccepted(1, Triggers.HASH, "<1@us.example>", Triggers.NOW, ACCEPTED);
        return OutreachLifecycle.decide(sending, accepted, ACCEPTED.atZone(AUCKLAND)).effects().stream()
                .filter(Effect.Engage.class::isInstance)
                .map(effect -> ((Effect.Engage) effect).on())
                .findFirst()
                .orElseThrow();
    }
}
