/**
 * Reads what a mail's body says about who wrote to whom: the sender's new text, and every quoted or forwarded message below
 * it. Pure: text in, values out, in time linear in the text, never an exception.
 *
 * <p>Begin with {@link dev.tightrope.outreach.inbound.analysis.quotes.Quotes}.
 */
@NullMarked
package dev.tightrope.outreach.inbound.analysis.quotes;

import org.jspecify.annotations.NullMarked;
