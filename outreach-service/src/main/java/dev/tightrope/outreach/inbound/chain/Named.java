package dev.tightrope.outreach.inbound.chain;

import dev.tightrope.outreach.inbound.analysis.Party;
import dev.tightrope.outreach.prospect.PersonNames;
import org.jspecify.annotations.Nullable;

/**
 * Whether two parties of one conversation are one person: by address, or by name. Who has two addresses is met more often
 * than two people of one name, see {@link WhoIsWho} for the one way to tell those apart.
 */
final class Named {
    private Named() {}

    static boolean same(@Nullable Party one, @Nullable Party other) {
        if (one == null || other == null) {
            return false;
        }
        if (one.address() != null && other.address() != null && one.address().equalsIgnoreCase(other.address())) {
            return true;
        }
        return PersonNames.same(one.name(), other.name());
    }
}
