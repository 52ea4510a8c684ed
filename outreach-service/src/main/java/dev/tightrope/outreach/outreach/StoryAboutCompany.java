package dev.tightrope.outreach.outreach;

import dev.tightrope.outreach.prospect.Family;
import dev.tightrope.outreach.prospect.Prospects;
import dev.tightrope.outreach.story.Stories;
import dev.tightrope.outreach.story.Story;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Whether a story is about the very company it would be told to, or one of its family: then it is never told there. */
@ApplicationScoped
public class StoryAboutCompany {
    private final Stories stories;
    private final Prospects prospects;

    StoryAboutCompany(Stories stories, Prospects prospects) {
        this.stories = stories;
        this.prospects = prospects;
    }

    /** Whether the story with this id is about the prospect's company. */
    public boolean isAbout(UUID storyId, UUID prospectId) {
        return stories.byId(storyId).filter(story -> isAbout(story, prospectId)).isPresent();
    }

    /** Whether the story is about the prospect's company. */
    public boolean isAbout(Story story, UUID prospectId) {
        return notAbout(List.of(story), prospectId).isEmpty();
    }

    /** Those of the stories that are about others. */
    List<Story> notAbout(List<Story> stories, UUID prospectId) {
        Family family = prospects.familyOf(prospectId).orElse(null);
        return stories.stream()
                .filter(story -> family == null || !story.competitor().isOneOf(family.names(), family.domains()))
                .toList();
    }
}
