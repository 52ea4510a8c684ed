package dev.tightrope.voicemail.homework;

import dev.tightrope.voicemail.outreach.Outreach;

/** Told inside the service, in the transaction that saves it: the homework of this outreach's round changed. */
public record HomeworkSaved(Outreach outreach, Homework homework) {}
