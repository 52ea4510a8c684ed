package dev.tightrope.voicemail.homework;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The answers as the rep writes them down; what is not answered yet may be left out. */
public record HomeworkRequest(
        @Schema(description = "How the executive's name is said", examples = "shtoor LIND-kvist") @Nullable
        String namePronunciation,

        @Schema(description = "Links to what was looked up about them") @Nullable
        List<@Nullable String> lookedUp,

        @Schema(description = "A pain they really have, in their words; it opens the script") @Nullable
        String pain,

        @Schema(description = "What we give before we ask") @Nullable
        String giveFirst) {}
