/** Query parameters, read so that a wrong one is named in the refusal. */
@NullMarked
package dev.tightrope.scheduler.input;

import org.jspecify.annotations.NullMarked;
