package dev.tightrope.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The real sales work started.
 *
 * @param ref the outreach it belongs to
 * @param contactName with whom
 * @param nextStep what is next
 * @param nextStepOn due date of the next step
 * @param at when
 */
public record OutreachEngaged(
        OutreachRef ref, @Nullable String contactName, String nextStep, LocalDate nextStepOn, Instant at)
        implements TightropeEvent {
    @Override
    public UUID key() {
        return ref.outreachId();
    }
}
