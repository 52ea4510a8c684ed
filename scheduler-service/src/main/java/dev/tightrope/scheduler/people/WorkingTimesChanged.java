package dev.tightrope.scheduler.people;

import java.util.UUID;

/** Told to other features when somebody works on other days or at other hours than before, and what is due has to move. */
public record WorkingTimesChanged(UUID personId) {}
