package dev.tightrope.outreach.inbound.analysis.quotes;

import dev.tightrope.outreach.inbound.analysis.Party;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gives a name without an address the address it has elsewhere in the same mail, where that is one alone. */
final class KnownParties {
    private static final String SEVERAL = "";

    private final Map<String, String> addresses = new HashMap<>();

    void learn(@Nullable Party party) {
        if (party != null && party.name() != null && party.address() != null) {
            addresses.merge(key(party.name()), party.address(), (one, other) -> one.equals(other) ? one : SEVERAL);
        }
    }

    void learn(Head head) {
        learn(head.from());
        head.to().forEach(this::learn);
        head.cc().forEach(this::learn);
        head.others().forEach(this::learn);
    }

    @Nullable
    Party complete(@Nullable Party party) {
        return party == null ? null : completed(party);
    }

    List<Party> complete(List<Party> parties) {
        return parties.stream().map(this::completed).toList();
    }

    private Party completed(Party party) {
        if (party.address() != null || party.name() == null) {
            return party;
        }
        String address = addresses.get(key(party.name()));
        return address == null || address.equals(SEVERAL) ? party : new Party(party.name(), address);
    }

    /** {@code Doe, Jane} and {@code Jane Doe} are the same. */
    private static String key(String name) {
        String normal = Lexicon.normal(name);
        int comma = normal.indexOf(", ");
        return comma > 0 ? normal.substring(comma + 2) + " " + normal.substring(0, comma) : normal;
    }
}
