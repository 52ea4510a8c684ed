package dev.tightrope.outreach.sentfolder;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How patiently Sent folders are looked after, {@code tightrope.sent-folder.*}. */
@ConfigMapping(prefix = "tightrope.sent-folder")
interface SentFolderSettings {
    /** Sent folders visited at the same time; 0 leaves them to other replicas. */
    @WithDefault("2")
    int workers();

    /** How often to look for work nobody was woken for. */
    @WithDefault("PT5S")
    Duration poll();

    /** How long one visit may take before another worker may begin it anew. */
    @WithDefault("PT10M")
    Duration lease();

    /** First pause after a visit that achieved nothing; doubled each time. A copy by the provider is looked for that late, too. */
    @WithDefault("PT20S")
    Duration retryFirst();

    /** Longest pause before a copy is filed. */
    @WithDefault("PT30M")
    Duration retryLongest();

    /** How long it is tried to file a copy. */
    @WithDefault("P7D")
    Duration appendFor();

    /** Longest pause before a copy is looked for again: well inside the quarantine of a resend. */
    @WithDefault("PT4M")
    Duration findLongest();

    /** How long a copy is looked for. */
    @WithDefault("PT6H")
    Duration findFor();
}
