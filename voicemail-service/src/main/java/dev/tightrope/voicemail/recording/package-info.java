/** A rep's own recordings of calls: kept where the operator says, and shown to whoever sees the call attempt. */
@NullMarked
package dev.tightrope.voicemail.recording;

import org.jspecify.annotations.NullMarked;
