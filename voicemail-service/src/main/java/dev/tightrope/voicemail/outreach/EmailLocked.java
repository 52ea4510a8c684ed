package dev.tightrope.voicemail.outreach;

/** Told inside the service, in the transaction of the event: the e-mail of this outreach's round is locked. */
public record EmailLocked(Outreach outreach, LockedEmail email) {}
