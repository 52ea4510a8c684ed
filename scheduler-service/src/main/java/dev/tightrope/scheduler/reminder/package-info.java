/** Mails to reps and managers: queued with their cause, checked and sent once. */
@NullMarked
package dev.tightrope.scheduler.reminder;

import org.jspecify.annotations.NullMarked;
