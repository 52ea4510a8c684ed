package dev.tightrope.voicemail.outreach;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The approved e-mail of the current round: what the script announces, and promises by version and hash. */
public record LockedEmail(
        int version,
        String hash,
        String subject,
        String competitor,
        List<String> competitorNames,
        String businessUserRole,
        String offering,
        String situation,
        @Nullable String impact,
        String language,
        String repName,
        @Nullable String repTitle,
        @Nullable String repPhone,
        String repCompany,
        @Nullable String to,
        @Nullable String text) {
    /** Copies the names. */
    public LockedEmail {
        competitorNames = List.copyOf(competitorNames);
    }

    /** Whether something written earlier was written for this very e-mail. */
    public boolean is(int otherVersion, String otherHash) {
        return version == otherVersion && hash.equals(otherHash);
    }
}
