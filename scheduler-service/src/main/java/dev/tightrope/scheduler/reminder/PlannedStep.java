package dev.tightrope.scheduler.reminder;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The next step of an engagement.
 *
 * @param what what is to be done
 * @param on by when
 * @param contact with whom
 */
record PlannedStep(String what, LocalDate on, @Nullable String contact) {}
