/** The briefing for the first real conversation: who knows what, since when, and what we know, on one page. */
@NullMarked
package dev.tightrope.outreach.briefing;

import org.jspecify.annotations.NullMarked;
