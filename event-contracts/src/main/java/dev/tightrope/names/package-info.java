/** What names and roles in an event mean to whoever reads them: e-mail and script name the same competitor and speak to the same role. */
@NullMarked
package dev.tightrope.names;

import org.jspecify.annotations.NullMarked;
