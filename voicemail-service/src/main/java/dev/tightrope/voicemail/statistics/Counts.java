package dev.tightrope.voicemail.statistics;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What came of a number of calls. */
public record Counts(
        @Schema(description = "Calls made, whatever came of them; without those undone or void")
        long attempts,

        @Schema(description = "The message was left on the voicemail (VOICEMAIL_LEFT)")
        long voicemails,

        @Schema(
                description =
                        "The executive was on the line: SPOKEN, MEETING_AGREED, REFERRED or DECLINED. An assistant"
                                + " who answered does not count")
        long answered,

        @Schema(description = "The executive named somebody to turn to (REFERRED)")
        long referred,

        @Schema(description = "The executive said no (DECLINED)")
        long declined,

        @Schema(description = "answered / attempts, 0 to 1; absent without attempts", examples = "0.0125") @Nullable
        Double answeredShare,

        @Schema(description = "referred / attempts, 0 to 1; absent without attempts", examples = "0.005") @Nullable
        Double referredShare,

        @Schema(description = "declined / attempts, 0 to 1; absent without attempts", examples = "0.0025") @Nullable
        Double declinedShare) {

    /** The columns it is read from. */
    static final String SQL = """
            count(*) as attempts,
            count(*) filter (where outcome = 'VOICEMAIL_LEFT') as voicemails,
            count(*) filter (where outcome in ('SPOKEN', 'MEETING_AGREED', 'REFERRED', 'DECLINED')) as answered,
            count(*) filter (where outcome = 'REFERRED') as referred,
            count(*) filter (where outcome = 'DECLINED') as declined""";

    static Counts of(ResultSet row) throws SQLException {
        long attempts = row.getLong("attempts");
        long answered = row.getLong("answered");
        long referred = row.getLong("referred");
        long declined = row.getLong("declined");
        return new Counts(
                attempts,
                row.getLong("voicemails"),
                answered,
                referred,
                declined,
                share(answered, attempts),
                share(referred, attempts),
                share(declined, attempts));
    }

    /** To four digits: more would say more than so many calls can tell. */
    private static @Nullable Double share(long part, long all) {
        return all == 0 ? null : Math.round(10_000.0 * part / all) / 10_000.0;
    }
}
