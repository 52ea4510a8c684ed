/** Replica of the reps and managers whose profiles outreach-service owns. */
@NullMarked
package dev.tightrope.scheduler.people;

import org.jspecify.annotations.NullMarked;
