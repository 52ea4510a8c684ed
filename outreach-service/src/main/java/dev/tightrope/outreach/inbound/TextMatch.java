package dev.tightrope.outreach.inbound;

import dev.tightrope.outreach.delivery.Overlap;
import dev.tightrope.outreach.inbound.analysis.Evidence;
import dev.tightrope.outreach.inbound.analysis.InboundMail;
import dev.tightrope.outreach.inbound.analysis.Participant;
import dev.tightrope.outreach.inbound.analysis.quotes.QuotedMessage;
import dev.tightrope.outreach.trace.Shingles;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Judges how much of our text in a message is enough. The same story is told to several prospects in nearly the same
 * words, and every mail ends with the same sentences: a text alone is certain only if no other outreach has as much of
 * it, or if the people named in the message say which one it is.
 */
final class TextMatch {
    /** Half of an ordinary mail is more than greeting, signature and the sentences all mails have. */
    static final double ENOUGH = 0.4;

    static final int FEWEST = 12;
    /** One that has less than this of the best one's pieces is no rival. */
    private static final double RIVAL = 0.8;

    private TextMatch() {}

    /** Pieces of everything a message says and quotes, at every level. */
    static Set<Long> shingles(InboundMail mail) {
        Set<Long> shingles = new HashSet<>(Shingles.of(mail.newText()));
        for (QuotedMessage quoted : mail.quoted()) {
            shingles.addAll(Shingles.of(quoted.text()));
        }
        return shingles;
    }

    static Optional<Match> certain(List<Overlap> overlaps, InboundMail mail) {
        List<Overlap> enough = overlaps.stream().filter(TextMatch::isEnough).toList();
        if (enough.isEmpty()) {
            return Optional.empty();
        }
        List<Overlap> rivals = rivals(enough);
        if (ofOneOutreach(rivals)) {
            return Optional.of(match(rivals.get(0)));
        }
        Set<String> named = addresses(mail);
        List<Overlap> toSomebodyNamed = rivals.stream()
                .filter(overlap -> named.contains(overlap.sent().recipient()))
                .toList();
        return toSomebodyNamed.isEmpty() || !ofOneOutreach(toSomebodyNamed)
                ? Optional.empty()
                : Optional.of(match(toSomebodyNamed.get(0)));
    }

    /** Those with nearly as much of our text as the one with most, given first: what they lack, the others told. */
    static List<Overlap> rivals(List<Overlap> overlaps) {
        int most = overlaps.isEmpty() ? 0 : overlaps.get(0).common();
        return overlaps.stream()
                .filter(overlap -> overlap.common() >= RIVAL * most)
                .toList();
    }

    static boolean isEnough(Overlap overlap) {
        return overlap.share() >= ENOUGH && overlap.common() >= FEWEST;
    }

    private static boolean ofOneOutreach(List<Overlap> overlaps) {
        return overlaps.stream()
                        .map(overlap -> overlap.sent().outreachId())
                        .distinct()
                        .count()
                == 1;
    }

    private static Match match(Overlap overlap) {
        return new Match(
                overlap.sent(),
                new Evidence(
                        "our-text",
                        overlap.common() + " of " + overlap.of() + " pieces of our text",
                        Math.min(0.95, 0.6 + 0.4 * overlap.share())));
    }

    /** Everybody named, at every level. */
    static Set<String> addresses(InboundMail mail) {
        return mail.participants().stream()
                .map(Participant::address)
                .filter(address -> address != null && !address.isBlank())
                .map(address -> address.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }
}
