package dev.tightrope.scheduler.explanation;

import dev.tightrope.scheduler.calendar.WorkingPlace;
import dev.tightrope.scheduler.people.Person;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the explanation of an outreach rests on.
 *
 * @param language the one the reader chose for their mails; absent if none
 * @param outreachId the outreach
 * @param state its state
 * @param since since when
 * @param attention what has to be mended
 * @param company its prospect
 * @param executive its executive
 * @param ownerId its rep
 * @param owner their profile, if it has arrived
 * @param place where and when they work
 * @param waiting whether its wait runs
 * @param callFrom from when on the next call is to be made
 * @param nextStepOn the day of its next step
 * @param suggestedAt since when a message may be an answer to it
 * @param clockHeldAt since when no timer fires
 * @param timers what is set
 * @param mails what is queued, or was refused
 */
record Facts(
        @Nullable String language,
        UUID outreachId,
        @Nullable String state,
        @Nullable Instant since,
        @Nullable String attention,
        @Nullable String company,
        @Nullable String executive,
        UUID ownerId,
        @Nullable Person owner,
        WorkingPlace place,
        boolean waiting,
        @Nullable Instant callFrom,
        @Nullable LocalDate nextStepOn,
        @Nullable Instant suggestedAt,
        @Nullable Instant clockHeldAt,
        List<Timer> timers,
        List<Mail> mails) {
    /**
     * A timer that is set.
     *
     * @param attempt which reminder of the same, from 0
     */
    record Timer(String kind, int attempt, Instant dueAt) {}

    /**
     * A mail that has not arrived.
     *
     * @param id the reminder
     * @param kind what it is about
     * @param recipient name of who gets it; absent until their profile is here
     * @param address their address
     * @param refused whether the mail server refused it for good
     * @param inDigest whether it is told in the digest of its reader
     * @param nextAttemptAt when it is sent, or tried again
     * @param lastError what went wrong last
     */
    record Mail(
            UUID id,
            String kind,
            @Nullable String recipient,
            @Nullable String address,
            boolean refused,
            boolean inDigest,
            Instant nextAttemptAt,
            @Nullable String lastError) {}

    /** Whether a timer of this kind is set. */
    boolean has(String kind) {
        return timers.stream().anyMatch(timer -> timer.kind().equals(kind));
    }
}
