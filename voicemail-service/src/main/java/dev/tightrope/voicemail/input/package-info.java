/** Reads what callers send, naming every wrong field at once. */
@NullMarked
package dev.tightrope.voicemail.input;

import org.jspecify.annotations.NullMarked;
