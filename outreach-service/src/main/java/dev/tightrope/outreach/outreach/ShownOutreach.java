package dev.tightrope.outreach.outreach;

import dev.tightrope.outreach.lifecycle.ClosureOutcome;
import dev.tightrope.outreach.lifecycle.OutreachState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An outreach as whoever holds a link to it reads it.
 *
 * @param id the outreach
 * @param version what is done is meant for this version of it
 * @param executive name of the executive
 * @param company name of the company
 * @param rep whose it is; null if it is the reader's own
 * @param state where it stands
 * @param outcome how it ended, when closed
 * @param waitUntil when its latest wait is, or was, over
 * @param nextStep what comes next, when engaged
 * @param nextStepOn by which day
 * @param heldBy who holds the company, too, while no manager allowed both
 * @param possible what can be done now
 * @param outcomes as what it can be closed now
 * @param stories what another round can tell
 * @param openResponses answers whose meaning is still to be said
 */
public record ShownOutreach(
        UUID id,
        long version,
        String executive,
        String company,
        @Nullable String rep,
        OutreachState state,
        @Nullable ClosureOutcome outcome,
        @Nullable Instant waitUntil,
        @Nullable String nextStep,
        @Nullable LocalDate nextStepOn,
        @Nullable String heldBy,
        Set<Act> possible,
        List<ClosureOutcome> outcomes,
        List<Choice> stories,
        List<OpenResponse> openResponses) {

    /** A story that can be told; {@code same} if it is the one told last. */
    public record Choice(UUID id, String name, boolean same) {}

    /** An answer, and who gave it. */
    public record OpenResponse(UUID id, String from) {}
}
