package dev.tightrope.outreach.story;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tightrope.api.Page;
import dev.tightrope.api.list.ListParameters;
import dev.tightrope.api.list.Listing;
import dev.tightrope.api.list.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Lists stories. */
@ApplicationScoped
class BrowseStories {
    private static final Sort COMPETITOR = new Sort("competitor", "lower(competitor_name)", "text", false);
    private static final List<Sort> SORTS =
            List.of(Sort.CREATED, Sort.LATEST_CREATED, Sort.UPDATED, Sort.LATEST_UPDATED, COMPETITOR);

    private final Jdbi jdbi;
    private final StoryMapper mapper;
    private final Clock clock;

    BrowseStories(Jdbi jdbi, ObjectMapper json, Clock clock) {
        this.jdbi = jdbi;
        this.mapper = new StoryMapper(json);
        this.clock = clock;
    }

    Page<StoryView> list(
            ListParameters parameters,
            @Nullable String competitor,
            @Nullable String role,
            @Nullable String language,
            @Nullable Boolean mayBeNamed) {
        Instant now = clock.instant();
        Listing listing = new Listing(
                        "success_story", Sort.choose(parameters.sort, parameters.updatedAfter != null, SORTS))
                .whereContains(
                        "concat_ws(' ', competitor_name, array_to_string(competitor_aliases, ' '))",
                        "competitor",
                        competitor)
                .whereContains("business_user_role", "role", role)
                .where("lower(language) = lower(:language)", "language", language)
                .where("story_may_be_named(id, :moment) = :may", "may", mayBeNamed)
                .where("updated_at > :after", "after", parameters.changedAfter());
        if (mayBeNamed != null) {
            // Bound only with its condition: a value no condition uses is refused.
            listing.bind("moment", now);
        }
        return listing.fetch(jdbi, parameters.page(), mapper).map(story -> StoryView.of(story, now));
    }
}
