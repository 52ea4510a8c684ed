/** What a company's name in an event means to whoever reads it: e-mail and script name the same competitor. */
@NullMarked
package dev.tightrope.names;

import org.jspecify.annotations.NullMarked;
