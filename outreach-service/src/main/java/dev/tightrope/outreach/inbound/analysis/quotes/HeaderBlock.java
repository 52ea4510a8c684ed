package dev.tightrope.outreach.inbound.analysis.quotes;

import java.util.List;

/**
 * Consecutive header fields above a quoted message.
 *
 * @param end the line behind it
 * @param known how many of its labels the lexicon has
 */
record HeaderBlock(int end, List<Field> fields, int known) {}
