package dev.tightrope.outreach.story;

import java.util.List;

/**
 * The company a story is about: a competitor of the prospects it is told to.
 *
 * @param name as it is named in mails and calls
 * @param aliases other names it goes by
 * @param domains its web domains, normalised
 */
public record Competitor(String name, List<String> aliases, List<String> domains) {}
