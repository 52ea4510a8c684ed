package dev.tightrope.outreach.inbound.analysis.mime;

import java.util.Set;

/**
 * A message taken apart.
 *
 * @param root the message itself
 * @param exceeded names of the limits it goes beyond, empty for nearly every message
 */
public record MimeMessage(Part root, Set<String> exceeded) {}
