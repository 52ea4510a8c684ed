package dev.tightrope.outreach.inbound;

import dev.tightrope.outreach.delivery.SentMail;
import dev.tightrope.outreach.inbound.analysis.Evidence;

/**
 * The mail of ours a message answers or reports on, and why we think so.
 *
 * @param sent our mail
 * @param evidence strongest evidence for it
 */
record Match(SentMail sent, Evidence evidence) {}
