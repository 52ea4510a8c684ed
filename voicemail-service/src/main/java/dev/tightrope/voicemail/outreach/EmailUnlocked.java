package dev.tightrope.voicemail.outreach;

/** Told inside the service, in the transaction of the event: the locked e-mail of this outreach was reopened. */
public record EmailUnlocked(Outreach outreach, String reason) {}
