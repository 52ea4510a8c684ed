/**
 * Reports that mail did not arrive: with a machine-readable part (RFC 3464) or told in words alone, as qmail, Exim, older
 * Exchange and many others do.
 *
 * <p>Begin with {@link dev.tightrope.outreach.inbound.analysis.bounce.Bounces}.
 */
@NullMarked
package dev.tightrope.outreach.inbound.analysis.bounce;

import org.jspecify.annotations.NullMarked;
