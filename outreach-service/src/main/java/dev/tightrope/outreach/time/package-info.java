/** The clock and the ids: the only place that asks the machine what time it is. */
@NullMarked
package dev.tightrope.outreach.time;

import org.jspecify.annotations.NullMarked;
