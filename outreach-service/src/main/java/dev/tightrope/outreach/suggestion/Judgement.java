package dev.tightrope.outreach.suggestion;

import dev.tightrope.outreach.lifecycle.DispositionKind;
import java.util.List;
import java.util.Optional;

/**
 * Weighs several things an answer says: what is said last outweighs what was said before ("interesting, but not for
 * us"), except that politeness outweighs nothing.
 */
final class Judgement {
    private static final double DOUBT = 0.15;

    private Judgement() {}

    static Optional<Reading> of(List<Reading> readings) {
        Reading standing = null;
        for (Reading next : readings) {
            standing = standing == null ? next : both(standing, next);
        }
        return Optional.ofNullable(standing);
    }

    private static Reading both(Reading first, Reading next) {
        if (first.kind() == next.kind()) {
            boolean better = first.kind() == DispositionKind.LATER
                    ? first.day() == null && next.day() != null
                    : next.weight() > first.weight();
            return better ? next : first;
        }
        return switch (next.kind()) {
            case INTERESTED -> interested(first, next);
            case DECLINED -> first.kind() == DispositionKind.LATER && !next.wish() ? first : next.lessBy(DOUBT);
            case PASSED_ON, LATER -> next.lessBy(first.kind() == DispositionKind.DECLINED ? DOUBT : 0);
            case NOT_FROM_THEM, OPTED_OUT -> first;
        };
    }

    private static Reading interested(Reading first, Reading next) {
        return switch (first.kind()) {
            case PASSED_ON -> first;
            case LATER -> next.wish() && first.day() == null ? next : first;
            case DECLINED -> next.wish() ? next.lessBy(2 * DOUBT) : first.lessBy(DOUBT);
            case INTERESTED, NOT_FROM_THEM, OPTED_OUT -> next;
        };
    }
}
