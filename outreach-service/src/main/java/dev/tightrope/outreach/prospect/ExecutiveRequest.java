package dev.tightrope.outreach.prospect;

import dev.tightrope.outreach.input.LanguageTag;
import dev.tightrope.outreach.input.RegionCode;
import dev.tightrope.outreach.input.SingleLine;
import dev.tightrope.outreach.input.TimeZoneId;
import jakarta.validation.constraints.NotNull;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An executive as clients write it; address and number may follow. */
record ExecutiveRequest(
        @NotNull UUID prospectId,
        @NotNull @SingleLine(max = 200) String name,
        @Nullable @SingleLine(max = 200) String title,
        @Nullable @SingleLine(max = 254) String email,
        @Nullable @SingleLine(max = 40) String phone,
        @Nullable @TimeZoneId String zone,

        @Nullable @RegionCode @Schema(description = "ISO 3166-2, such as DE-BY; some holidays are a region's own")
        String region,

        @Nullable @LanguageTag String language) {

    @Nullable
    String regionCode() {
        return region == null ? null : region.toUpperCase(Locale.ROOT);
    }

    @Nullable
    String languageTag() {
        return language == null ? null : Locale.forLanguageTag(language).toLanguageTag();
    }
}
