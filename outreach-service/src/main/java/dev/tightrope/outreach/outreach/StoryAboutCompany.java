package dev.tightrope.outreach.outreach;

import dev.tightrope.outreach.prospect.Prospects;
import dev.tightrope.outreach.story.Stories;
import dev.tightrope.outreach.story.Story;
import jakarta.enterprise.context.ApplicationScoped;
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
        return prospects
                .familyOf(prospectId)
                .filter(family -> story.competitor().isOneOf(family.names(), family.domains()))
                .isPresent();
    }
}
