/** What a request may hold: constraints on text, and several wrong fields named at once. */
@NullMarked
package dev.tightrope.outreach.input;

import org.jspecify.annotations.NullMarked;
