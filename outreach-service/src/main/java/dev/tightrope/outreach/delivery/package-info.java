/** Hands each approved and released e-mail to the mail server: at most once, and never silently lost. */
@NullMarked
package dev.tightrope.outreach.delivery;

import org.jspecify.annotations.NullMarked;
