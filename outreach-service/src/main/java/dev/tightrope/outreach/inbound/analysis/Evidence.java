package dev.tightrope.outreach.inbound.analysis;

/**
 * Why something was concluded from a message.
 *
 * @param rule the rule that spoke, such as {@code auto-submitted}
 * @param detail what it saw
 * @param confidence from 0 to 1
 */
public record Evidence(String rule, String detail, double confidence) {}
