package dev.tightrope.voicemail.call;

import java.time.Instant;
import java.util.UUID;

/** CDI event, fired inside the transaction that takes an attempt back: what hangs on the call goes with it. */
public record AttemptUndone(UUID attemptId, Instant at) {}
