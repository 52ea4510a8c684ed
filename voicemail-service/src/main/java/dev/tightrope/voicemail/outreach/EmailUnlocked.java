package dev.tightrope.voicemail.outreach;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Told inside the service, in the transaction of the event: the locked e-mail of this outreach was reopened.
 *
 * @param by who did it, as far as the event tells
 */
public record EmailUnlocked(
        Outreach outreach, String reason, @Nullable UUID by) {}
