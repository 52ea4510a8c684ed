package dev.tightrope.outreach.inbound.analysis;

import dev.tightrope.outreach.inbound.analysis.Participant.Role;
import dev.tightrope.outreach.inbound.analysis.mime.Fields;
import dev.tightrope.outreach.inbound.analysis.quotes.QuotedMessage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gathers everybody named, once each: by address, or by name where no level gives an address. */
final class Participants {
    private final Map<String, Participant> byIdentity = new LinkedHashMap<>();

    private Participants() {}

    /** @param author who wrote it; a list that put its own address into From is nobody */
    static List<Participant> of(@Nullable Party author, Fields header, List<QuotedMessage> quoted) {
        Participants everybody = new Participants();
        everybody.add(author, Role.FROM);
        List<Party> from = header.parties("From");
        if (from.contains(author)) {
            from.forEach(party -> everybody.add(party, Role.FROM));
        }
        header.parties("To").forEach(party -> everybody.add(party, Role.TO));
        header.parties("Cc").forEach(party -> everybody.add(party, Role.CC));
        for (QuotedMessage level : quoted) {
            everybody.add(level.from(), Role.FROM);
            level.to().forEach(party -> everybody.add(party, Role.TO));
            level.cc().forEach(party -> everybody.add(party, Role.CC));
        }
        // Last, since whoever stands in another field as well is known by that.
        for (QuotedMessage level : quoted) {
            level.others().forEach(party -> everybody.add(party, Role.CC));
        }
        return new ArrayList<>(everybody.byIdentity.values());
    }

    private void add(@Nullable Party party, Role role) {
        if (party == null) {
            return;
        }
        String identity = party.address() != null ? party.address() : party.name();
        if (identity != null && !identity.isBlank()) {
            byIdentity.merge(
                    identity.toLowerCase(Locale.ROOT),
                    new Participant(party.name(), party.address(), role),
                    (known, again) -> known.name() != null
                            ? known
                            : new Participant(again.name(), known.address(), known.role()));
        }
    }
}
