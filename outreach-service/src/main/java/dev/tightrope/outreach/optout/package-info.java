/** Reads the wish not to be contacted any more, and how sure it is. */
@NullMarked
package dev.tightrope.outreach.optout;

import org.jspecify.annotations.NullMarked;
