/** "Why is nothing happening?": what an outreach waits for, who has to act, and what comes next. */
@NullMarked
package dev.tightrope.scheduler.explanation;

import org.jspecify.annotations.NullMarked;
