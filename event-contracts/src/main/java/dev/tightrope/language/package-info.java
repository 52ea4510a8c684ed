/** Which language a text is written in, the same for the e-mail and for the script that announces it. */
@NullMarked
package dev.tightrope.language;

import org.jspecify.annotations.NullMarked;
