/** Mirror of the outreaches as their events tell of them: state, wait, what was left and sent. */
@NullMarked
package dev.tightrope.scheduler.outreach;

import org.jspecify.annotations.NullMarked;
