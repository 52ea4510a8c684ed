/** Durable timers: set, ended and fired with the state they belong to. */
@NullMarked
package dev.tightrope.scheduler.timer;

import org.jspecify.annotations.NullMarked;
