/** Whom to call, what came of each dial, and the release or undoing of what it promises. */
@NullMarked
package dev.tightrope.voicemail.call;

import org.jspecify.annotations.NullMarked;
