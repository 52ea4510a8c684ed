package dev.tightrope.voicemail.outreach;

/** Told inside the service, in the transaction of the event: the competitor of this outreach may not be named any more. */
public record PermissionEnded(Outreach outreach) {}
