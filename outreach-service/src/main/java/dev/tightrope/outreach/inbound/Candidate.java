package dev.tightrope.outreach.inbound;

import dev.tightrope.outreach.inbound.analysis.Evidence;
import java.util.List;
import java.util.UUID;

/**
 * An outreach a message may belong to.
 *
 * @param evidence why, the strongest first
 */
record Candidate(UUID outreachId, List<Evidence> evidence) {
    double confidence() {
        return evidence.stream().mapToDouble(Evidence::confidence).max().orElse(0);
    }
}
