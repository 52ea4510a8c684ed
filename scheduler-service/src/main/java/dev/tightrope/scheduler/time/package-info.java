/** The one place that reads the clock and makes identifiers. */
@NullMarked
package dev.tightrope.scheduler.time;

import org.jspecify.annotations.NullMarked;
