package dev.tightrope.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The outreach ended and its company is free.
 *
 * @param ref the outreach it belongs to
 * @param outcome WON, LOST, NO_RESPONSE, DECLINED, OPTED_OUT, UNREACHABLE or CANCELLED
 * @param reason in words
 * @param at when
 */
public record OutreachClosed(
        OutreachRef ref, String outcome, @Nullable String reason, Instant at) implements TightropeEvent {
    @Override
    public UUID key() {
        return ref.outreachId();
    }
}
