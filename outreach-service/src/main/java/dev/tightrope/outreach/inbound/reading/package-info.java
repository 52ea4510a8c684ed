/**
 * How mailboxes are read: the one in the configuration and those of accounts, by the same rules.
 *
 * <p>Begin with {@link dev.tightrope.outreach.inbound.reading.ReadMailboxes}; what is read goes to
 * {@link dev.tightrope.outreach.inbound.reading.MailIntake}.
 */
@NullMarked
package dev.tightrope.outreach.inbound.reading;

import org.jspecify.annotations.NullMarked;
