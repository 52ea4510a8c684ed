/**
 * The life of an outreach as a pure decision: where it stands and what happened give what follows. Nothing here reads a
 * clock, a database or a request; docs/outreach-lifecycle.md has the table, and a test compares the two.
 */
@NullMarked
package dev.tightrope.outreach.lifecycle;

import org.jspecify.annotations.NullMarked;
