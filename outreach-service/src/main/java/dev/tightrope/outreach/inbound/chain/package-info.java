/**
 * The forward chain: who passed our mail on to whom, with whom in copy, when, and which inbound mail proves it.
 *
 * <p>Begin with {@link dev.tightrope.outreach.inbound.chain.ReadHops}, which reads the steps off one message;
 * {@link dev.tightrope.outreach.inbound.chain.ForwardChains} keeps them and makes contacts of everybody in them.
 */
@NullMarked
package dev.tightrope.outreach.inbound.chain;

import org.jspecify.annotations.NullMarked;
