package dev.tightrope.scheduler.people;

/** Told to other features, in the same transaction, when a profile came or changed. */
public record PersonChanged(Person person) {}
