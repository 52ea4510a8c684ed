/** Pure reading of an inbound message: what it is, what it refers to, who wrote what. No I/O, never an exception. */
@NullMarked
package dev.tightrope.outreach.inbound.analysis;

import org.jspecify.annotations.NullMarked;
