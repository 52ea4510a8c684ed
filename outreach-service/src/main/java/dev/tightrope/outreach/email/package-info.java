/** The e-mail of a round: generated from a template, edited, checked, approved and locked. */
@NullMarked
package dev.tightrope.outreach.email;

import org.jspecify.annotations.NullMarked;
