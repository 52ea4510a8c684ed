/**
 * Text as it is read aloud: what is written in figures and signs, in the words of a language. The one place that knows
 * how a language says its numbers.
 */
@NullMarked
package dev.tightrope.voicemail.speech;

import org.jspecify.annotations.NullMarked;
