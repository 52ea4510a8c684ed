/** Forgets a person who was erased, whatever feature of this service keeps something of them. */
@NullMarked
package dev.tightrope.scheduler.erasure;

import org.jspecify.annotations.NullMarked;
