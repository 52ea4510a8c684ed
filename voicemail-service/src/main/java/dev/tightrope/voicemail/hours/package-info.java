/** Where the executive is, so that they are called at a decent hour. */
@NullMarked
package dev.tightrope.voicemail.hours;

import org.jspecify.annotations.NullMarked;
