/** The companies we want as customers, their executives, and everybody else there we learned of. */
@NullMarked
package dev.tightrope.outreach.prospect;

import org.jspecify.annotations.NullMarked;
