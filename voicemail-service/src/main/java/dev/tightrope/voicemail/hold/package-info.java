/** Copy of the company holds: whose domains they are, and beside whom nobody may be called. */
@NullMarked
package dev.tightrope.voicemail.hold;

import org.jspecify.annotations.NullMarked;
