/** Background work that sleeps until there is something to do and loses no wake-up. */
@NullMarked
package dev.tightrope.scheduler.background;

import org.jspecify.annotations.NullMarked;
