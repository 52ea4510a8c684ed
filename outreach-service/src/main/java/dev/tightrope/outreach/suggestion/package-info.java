/**
 * What an answer seems to mean, read from its words alone: a suggestion for the rep, who decides. Pure functions, no I/O
 * but the word lists read once; a language is a list of words, and every list is tried on every text.
 */
@NullMarked
package dev.tightrope.outreach.suggestion;

import org.jspecify.annotations.NullMarked;
