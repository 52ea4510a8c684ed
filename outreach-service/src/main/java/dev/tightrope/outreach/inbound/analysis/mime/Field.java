package dev.tightrope.outreach.inbound.analysis.mime;

/**
 * A header field.
 *
 * @param name in lower case
 * @param value unfolded, not decoded
 */
record Field(String name, String value) {}
