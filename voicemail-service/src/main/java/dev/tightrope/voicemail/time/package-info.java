/** The clock and the maker of ids: the only place where time and chance come from. */
@NullMarked
package dev.tightrope.voicemail.time;

import org.jspecify.annotations.NullMarked;
