package dev.tightrope.voicemail.call;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** That the number dialled turned out to be somebody else's: when, who says so, and in what words. */
public record WrongNumber(Instant at, UUID by, @Nullable String notes) {}
