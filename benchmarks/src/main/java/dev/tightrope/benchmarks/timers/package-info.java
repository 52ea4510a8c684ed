/** How fast follow-ups are raised, beside the same statements alone and beside db-scheduler. */
@NullMarked
package dev.tightrope.benchmarks.timers;

import org.jspecify.annotations.NullMarked;
