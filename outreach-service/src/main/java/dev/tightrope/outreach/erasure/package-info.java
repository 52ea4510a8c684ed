/** Erases a person on request: what this service keeps of them goes, and the other services are told to do the same. */
@NullMarked
package dev.tightrope.outreach.erasure;

import org.jspecify.annotations.NullMarked;
