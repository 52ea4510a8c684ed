/** Profiles of our own reps and managers, and their teams. */
@NullMarked
package dev.tightrope.outreach.people;

import org.jspecify.annotations.NullMarked;
