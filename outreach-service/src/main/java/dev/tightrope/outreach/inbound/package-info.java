/**
 * Inbound mail: read from a mailbox or posted by a provider, matched to the mail of ours it answers, and turned into what
 * it means: a response, a bounce, or nothing but a note.
 *
 * <p>Begin with {@link dev.tightrope.outreach.inbound.TakeInMail}; the reading of a message is in {@code analysis}.
 */
@NullMarked
package dev.tightrope.outreach.inbound;

import org.jspecify.annotations.NullMarked;
