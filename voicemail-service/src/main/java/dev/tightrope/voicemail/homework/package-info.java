/** What the rep finds out before calling: answered before a script can be approved, its pain opens the script. */
@NullMarked
package dev.tightrope.voicemail.homework;

import org.jspecify.annotations.NullMarked;
