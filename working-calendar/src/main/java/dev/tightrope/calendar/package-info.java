/** Working days, wherever somebody works, and the hours in which they may be called. */
@NullMarked
package dev.tightrope.calendar;

import org.jspecify.annotations.NullMarked;
