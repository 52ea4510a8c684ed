package dev.tightrope.outreach.inbound.analysis.quotes;

import dev.tightrope.outreach.inbound.analysis.Party;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gives a name without an address the address it has elsewhere in the same mail, where that is one alone, and names that a
 * comma parted or joined the form they have there.
 */
final class KnownParties {
    private static final String SEVERAL = "";

    private final Map<String, String> addresses = new HashMap<>();
    private final Set<String> senders = new HashSet<>();

    void learn(@Nullable Party party) {
        if (party != null && party.name() != null && party.address() != null) {
            addresses.merge(key(party.name()), party.address(), (one, other) -> one.equals(other) ? one : SEVERAL);
        }
    }

    void learn(Head head) {
        learn(head.from());
        Party sender = head.from();
        if (sender != null && sender.name() != null) {
            senders.add(key(sender.name()));
        }
        head.to().forEach(this::learn);
        head.cc().forEach(this::learn);
        head.others().forEach(this::learn);
    }

    @Nullable
    Party complete(@Nullable Party party) {
        return party == null ? null : completed(party);
    }

    List<Party> complete(List<Party> parties) {
        List<Party> people = new ArrayList<>();
        for (int i = 0; i < parties.size(); i++) {
            Party party = parties.get(i);
            String name = nameAlone(party);
            String next = i + 1 < parties.size() ? nameAlone(parties.get(i + 1)) : null;
            String joined = name == null || next == null ? null : name + ", " + next;
            if (joined != null && knows(joined) && !knows(name)) {
                people.add(new Party(joined, null));
                i++;
            } else {
                people.addAll(parted(party));
            }
        }
        return people.stream().map(this::completed).toList();
    }

    /** Two people whom a comma made one: each is known, and the two as one are not. */
    private List<Party> parted(Party party) {
        String name = nameAlone(party);
        int comma = name == null ? -1 : name.indexOf(", ");
        if (name != null && comma > 0 && !knows(name)) {
            String first = name.substring(0, comma);
            String second = name.substring(comma + 2);
            if (knows(first) && knows(second)) {
                return List.of(new Party(first, null), new Party(second, null));
            }
        }
        return List.of(party);
    }

    private static @Nullable String nameAlone(Party party) {
        return party.address() == null ? party.name() : null;
    }

    private boolean knows(@Nullable String name) {
        return name != null && (addresses.containsKey(key(name)) || senders.contains(key(name)));
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
