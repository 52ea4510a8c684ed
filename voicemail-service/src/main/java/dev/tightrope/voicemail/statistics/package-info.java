/** What calling comes to: how many attempts it takes, at which hour it works, and what people say. */
@NullMarked
package dev.tightrope.voicemail.statistics;

import org.jspecify.annotations.NullMarked;
