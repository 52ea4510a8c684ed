package dev.tightrope.outreach.inbound.analysis.quotes;

/**
 * A line above a quote that says who wrote it, and mostly when.
 *
 * @param end the line behind it: it may be wrapped
 * @param confidence from 0 to 1
 */
record Attribution(int end, Head head, double confidence) {}
