package dev.tightrope.scheduler.reminder;

/**
 * A mail, written.
 *
 * @param subject its subject
 * @param text its plain-text form
 * @param html its HTML form
 */
record Letter(String subject, String text, String html) {}
