package dev.tightrope.outreach.inbound.analysis.quotes;

import dev.tightrope.outreach.inbound.analysis.Party;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands above a quoted message about it, in a header block or in a line such as "On … she wrote:". */
record Head(
        @Nullable Party from,
        List<Party> to,
        List<Party> cc,
        List<Party> others,
        @Nullable String subject,
        @Nullable String date) {
    static final Head NONE = new Head(null, List.of(), List.of(), List.of(), null, null);
}
