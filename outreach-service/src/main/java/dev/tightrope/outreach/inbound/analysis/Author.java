package dev.tightrope.outreach.inbound.analysis;

import dev.tightrope.outreach.inbound.analysis.mime.Fields;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who wrote a message: From, unless a group or mailing list put its own address there, as they do with mail of domains
 * whose DMARC policy forbids to pass it on (RFC 7960, section 4.1.3.3). Then it is whom they name beside it: Author (RFC
 * 9057), X-Original-From and X-Original-Sender (Google Groups), Reply-To (Mailman).
 */
final class Author {
    private static final List<String> ORIGINAL = List.of("X-Original-From", "X-Original-Sender");
    private static final List<String> LIST =
            List.of("List-Id", "List-Post", "Mailing-list", "X-Google-Group-Id", "X-BeenThere");
    private static final Pattern VIA = Pattern.compile("(?i)['\"]?([^'\"].{0,199}?)['\"]?\\s+via\\s+\\S.{0,199}");

    private Author() {}

    static @Nullable Party of(Fields fields) {
        Party from = fields.parties("From").stream().findFirst().orElse(null);
        if (from == null || from.address() == null) {
            return from;
        }
        Matcher via = VIA.matcher(from.name() == null ? "" : from.name());
        boolean named = via.matches();
        boolean listed = LIST.stream().anyMatch(fields::has);
        Stream<String> elsewhere = Stream.of(
                        listed ? Stream.of("Author") : Stream.<String>empty(),
                        listed || named ? ORIGINAL.stream() : Stream.<String>empty(),
                        listed && named ? Stream.of("Reply-To") : Stream.<String>empty())
                .flatMap(names -> names);
        return elsewhere
                .flatMap(field -> only(fields.parties(field)).stream())
                .filter(party -> !from.address().equalsIgnoreCase(party.address()))
                .findFirst()
                .map(party -> party.name() == null && named ? new Party(via.group(1), party.address()) : party)
                .orElse(from);
    }

    /** The one with an address, if there is no other: of several nobody can tell. */
    private static Optional<Party> only(List<Party> parties) {
        return parties.size() == 1 && parties.get(0).address() != null ? Optional.of(parties.get(0)) : Optional.empty();
    }
}
