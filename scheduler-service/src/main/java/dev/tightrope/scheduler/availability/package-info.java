/** When people of ours are at work: closures, absences with deputies, and times of their own. */
@NullMarked
package dev.tightrope.scheduler.availability;

import org.jspecify.annotations.NullMarked;
