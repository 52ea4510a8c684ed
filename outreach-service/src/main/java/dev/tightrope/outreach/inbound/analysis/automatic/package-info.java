/**
 * Mail written by machines on somebody's behalf: absence notices with their return date, receipts, notifications, and
 * challenges to prove to be a person.
 *
 * <p>Begin with {@link dev.tightrope.outreach.inbound.analysis.automatic.AutomaticMail}.
 */
@NullMarked
package dev.tightrope.outreach.inbound.analysis.automatic;

import org.jspecify.annotations.NullMarked;
