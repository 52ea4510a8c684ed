package dev.tightrope.outreach.story;

import dev.tightrope.names.CompanyName;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The company a story is about: a competitor of the prospects it is told to.
 *
 * @param name as it is named in mails and calls
 * @param aliases other names it goes by
 * @param domains its web domains, normalised
 */
public record Competitor(String name, List<String> aliases, List<String> domains) {

    /** Whether it is the company with these names and domains: by one of its names, or by a domain or one below it. */
    public boolean isOneOf(Collection<String> names, Collection<String> theirDomains) {
        return theirDomains.stream().anyMatch(this::sharesDomain)
                || names.stream().map(CompanyName::of).anyMatch(this::isNamed);
    }

    private boolean isNamed(CompanyName theirs) {
        return Stream.concat(Stream.of(name), aliases.stream())
                .map(CompanyName::of)
                .anyMatch(theirs::isSameAs);
    }

    private boolean sharesDomain(String theirs) {
        return domains.stream().anyMatch(ours -> isWithin(ours, theirs) || isWithin(theirs, ours));
    }

    private static boolean isWithin(String domain, String other) {
        return ("." + domain.toLowerCase(Locale.ROOT)).endsWith("." + other.toLowerCase(Locale.ROOT));
    }
}
