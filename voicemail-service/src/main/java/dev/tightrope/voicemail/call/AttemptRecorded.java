package dev.tightrope.voicemail.call;

import java.time.Instant;

/** Told inside the service once an attempt is committed that waits for its release. */
record AttemptRecorded(Instant releaseAt) {}
