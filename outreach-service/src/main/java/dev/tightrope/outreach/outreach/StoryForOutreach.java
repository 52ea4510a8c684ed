package dev.tightrope.outreach.outreach;

import dev.tightrope.api.FieldError;
import dev.tightrope.outreach.story.Stories;
import dev.tightrope.outreach.story.Story;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whether a story may be told to a company: it exists, its competitor may be named, and is not the company itself. */
@ApplicationScoped
class StoryForOutreach {
    private static final String POINTER = "/storyId";

    private final Stories stories;
    private final StoryAboutCompany aboutCompany;
    private final Clock clock;

    StoryForOutreach(Stories stories, StoryAboutCompany aboutCompany, Clock clock) {
        this.stories = stories;
        this.aboutCompany = aboutCompany;
        this.clock = clock;
    }

    /**
     * The story, and everything that speaks against it noted among the errors. It stays as it is until the transaction
     * ends: a permission that ends in the same moment finds the outreach that relied on it.
     */
    @Nullable
    Story examine(UUID storyId, @Nullable UUID prospectId, List<FieldError> errors) {
        Story story = stories.keep(storyId).orElse(null);
        if (story == null) {
            errors.add(new FieldError(POINTER, "is no success story"));
            return null;
        }
        if (!story.mayBeNamedAt(clock.instant())) {
            errors.add(new FieldError(
                    POINTER,
                    "may not be told: nobody allowed us to name "
                            + story.competitor().name()
                            + ", or the permission ended; record a permission or choose another story"));
        }
        if (prospectId != null && aboutCompany.isAbout(story, prospectId)) {
            errors.add(new FieldError(
                    POINTER,
                    "is about the prospect itself or its company ("
                            + story.competitor().name() + "): choose one about a competitor"));
        }
        return story;
    }
}
