package dev.tightrope.outreach.erasure;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was erased, and until when copies live on elsewhere. */
public record ErasureReceipt(
        @Schema(description = "The executive, under every id with the same e-mail address")
        List<UUID> executiveIds,

        @Schema(description = "Outreaches to them: who moved them when stays, what was written is gone")
        List<UUID> outreachIds,

        Instant erasedAt,

        @Schema(
                description = "When the last event that told of them leaves the topics: erasedAt and"
                        + " tightrope.erasure.topic-retention, from the publishing of what the outbox had still to tell."
                        + " Not reached: back-ups, mailboxes of reps, logs, e-mails of others that quote them and hang on"
                        + " no outreach to them, numbers they had before; stored answers about contacts live 24 hours")
        Instant topicsKeepUntil) {}
