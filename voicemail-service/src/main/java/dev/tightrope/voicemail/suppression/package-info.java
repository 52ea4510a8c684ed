/** Copy of the suppression list, so that nobody on it is offered for a call. */
@NullMarked
package dev.tightrope.voicemail.suppression;

import org.jspecify.annotations.NullMarked;
