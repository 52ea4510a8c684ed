/** What lies before the rep while calling: the script to read out, on paper or in large type. */
@NullMarked
package dev.tightrope.voicemail.reading;

import org.jspecify.annotations.NullMarked;
