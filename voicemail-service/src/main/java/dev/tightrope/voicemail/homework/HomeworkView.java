package dev.tightrope.voicemail.homework;

import dev.tightrope.voicemail.outreach.Outreach;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The homework as the API shows it. */
public record HomeworkView(
        UUID outreachId,
        int round,
        long version,
        String executiveName,
        @Nullable String executiveTitle,
        @Nullable String namePronunciation,
        List<String> lookedUp,
        @Nullable String pain,
        @Nullable String giveFirst,
        boolean complete,

        @Schema(
                description = "The questions without an answer; and `confirmation` while these are the answers of an"
                        + " earlier round at the prospect (carriedOver), which saving them again confirms")
        List<String> missing,

        boolean carriedOver,
        @Nullable Instant completedAt,
        @Nullable Instant updatedAt) {

    static HomeworkView of(Outreach outreach, Homework homework) {
        return new HomeworkView(
                homework.outreachId(),
                homework.round(),
                homework.version(),
                outreach.executiveName(),
                outreach.executiveTitle(),
                homework.namePronunciation(),
                homework.lookedUp(),
                homework.pain(),
                homework.giveFirst(),
                homework.complete(),
                homework.missing(),
                homework.carriedOver(),
                homework.completedAt(),
                homework.updatedAt());
    }
}
