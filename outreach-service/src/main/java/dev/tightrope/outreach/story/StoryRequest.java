package dev.tightrope.outreach.story;

import dev.tightrope.outreach.input.FieldErrors;
import dev.tightrope.outreach.input.FreeText;
import dev.tightrope.outreach.input.LanguageTag;
import dev.tightrope.outreach.input.SingleLine;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A success story as clients write it. */
record StoryRequest(
        @NotNull @Valid CompetitorRequest competitor,
        @NotNull @SingleLine(max = 200) String offering,
        @NotNull @SingleLine(max = 200) String businessUserRole,
        @NotNull @FreeText(max = 5000) String situation,
        @NotNull @FreeText(max = 20000) String details,
        @Nullable @Size(max = 50) List<@NotNull @Valid ImpactRequest> impacts,
        @NotNull @LanguageTag String language,
        @Nullable @Valid PermissionRequest permission) {

    /** The competitor as clients write it. */
    record CompetitorRequest(
            @NotNull @SingleLine(max = 200) String name,
            @Nullable @Size(max = 50) List<@NotNull @SingleLine(max = 200) String> aliases,
            @Nullable @Size(max = 50) List<@NotNull @SingleLine(max = 300) String> domains) {}

    /** An impact as clients write it. */
    record ImpactRequest(
            @NotNull @FreeText(max = 1000) String text,
            @Nullable @SingleLine(max = 100) String figure) {}

    /** What the story is made of, normalised; wrong fields are noted. */
    StoryContent content(FieldErrors errors) {
        List<String> aliases = competitor.aliases() == null
                ? List.of()
                : competitor.aliases().stream().map(String::strip).distinct().toList();
        List<String> domains =
                errors.domains("/competitor/domains", competitor.domains() == null ? List.of() : competitor.domains());
        List<Impact> told = impacts == null
                ? List.of()
                : impacts.stream()
                        .map(impact -> new Impact(impact.text(), impact.figure()))
                        .toList();
        return new StoryContent(
                new Competitor(competitor.name().strip(), aliases, domains),
                offering.strip(),
                businessUserRole.strip(),
                situation,
                details,
                told,
                Locale.forLanguageTag(language).toLanguageTag());
    }
}
