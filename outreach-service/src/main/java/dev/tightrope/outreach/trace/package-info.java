/** What a mail of ours is recognised by when it comes back: its text, its subject, the ids others gave it. */
@NullMarked
package dev.tightrope.outreach.trace;

import org.jspecify.annotations.NullMarked;
