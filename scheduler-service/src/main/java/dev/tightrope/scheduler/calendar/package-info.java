/** Working days: which days a rep works, and on which morning a wait ends. */
@NullMarked
package dev.tightrope.scheduler.calendar;

import org.jspecify.annotations.NullMarked;
