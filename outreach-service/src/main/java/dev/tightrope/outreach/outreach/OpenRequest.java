package dev.tightrope.outreach.outreach;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tightrope.outreach.input.FreeText;
import dev.tightrope.outreach.input.LanguageTag;
import dev.tightrope.outreach.input.SingleLine;
import dev.tightrope.outreach.lifecycle.DayCount;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an outreach is opened with.
 *
 * @param prospectId the company
 * @param executiveId its highest-level manager
 * @param storyId what is told first
 * @param businessUserRole role the mail is written for; the story's if absent
 * @param language BCP 47 language of mail and script; the executive's if absent, or the story's
 * @param waitLength {@code wait}: how long the first round waits, ISO 8601
 * @param waitCountedIn which days that length counts; all if absent
 * @param overrideReason why a manager lets it happen although somebody holds the company
 */
record OpenRequest(
        @NotNull UUID prospectId,
        @NotNull UUID executiveId,
        @NotNull UUID storyId,
        @Nullable @SingleLine(max = 200) String businessUserRole,
        @Nullable @LanguageTag String language,

        @JsonProperty("wait") @Nullable @SingleLine(max = 40)
        String waitLength,

        @Nullable DayCount waitCountedIn,

        @Nullable @FreeText(max = 1000) String overrideReason) {}
