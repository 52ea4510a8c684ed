package dev.tightrope.voicemail.statistics;

import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What calling comes to, as the API shows it. */
public record CallStatisticsView(
        @Schema(description = "Calls that began at this moment or later count") @Nullable
        Instant from,

        @Schema(description = "Calls that began before this moment count") @Nullable
        Instant until,

        @Schema(description = "All of them") Counts total,
        UntilVoicemail untilVoicemail,

        @Schema(
                description =
                        "The same by weekday and hour where the executive is: in the zone noted with the call, else in"
                                + " the one their record has now. Hours without calls are left out")
        List<HourOfWeek> byHour,

        @Schema(description = "Calls to executives whose zone is not known; they are in no hour")
        long withoutZone) {

    /** How many calls it takes. */
    @Schema(
            name = "UntilVoicemail",
            description =
                    "How many calls a round takes until the message is on the voicemail. A round counts if its first"
                            + " VOICEMAIL_LEFT is in the period; all its calls up to that one count, earlier ones of another"
                            + " period, too")
    public record UntilVoicemail(
            @Schema(description = "Rounds with a voicemail in the period")
            long rounds,

            @Schema(description = "Calls a round on average, to two digits; absent without rounds", examples = "1.8")
            @Nullable
            Double mean,

            @Schema(description = "How many rounds took how many calls")
            List<Took> distribution) {}

    /** So many rounds took so many calls. */
    @Schema(name = "Took")
    public record Took(int attempts, long rounds) {}

    /** One hour of the week. */
    @Schema(name = "HourOfWeek")
    public record HourOfWeek(
            DayOfWeek weekday,

            @Schema(description = "0 to 23, local time; the hour that comes twice when clocks go back is one")
            int hour,

            Counts counts) {}
}
