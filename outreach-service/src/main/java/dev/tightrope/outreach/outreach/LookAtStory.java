package dev.tightrope.outreach.outreach;

import dev.tightrope.api.Problems;
import dev.tightrope.outreach.lifecycle.OutreachTrigger;
import dev.tightrope.outreach.story.Stories;
import dev.tightrope.outreach.story.Story;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;

/** Finds out whether an outreach may tell the story of its round, and lets it know if that is news. */
@ApplicationScoped
class LookAtStory {
    private final OutreachStore store;
    private final Stories stories;
    private final StoryAboutCompany aboutCompany;
    private final OutreachMoves moves;
    private final Clock clock;

    LookAtStory(
            OutreachStore store, Stories stories, StoryAboutCompany aboutCompany, OutreachMoves moves, Clock clock) {
        this.store = store;
        this.stories = stories;
        this.aboutCompany = aboutCompany;
        this.moves = moves;
        this.clock = clock;
    }

    /** Several outreaches must be locked already, in the order in which everybody does. */
    void of(UUID outreachId, Actor actor) {
        OutreachRow row = store.lock(outreachId);
        UUID storyId = row.situation().storyId();
        Story story = stories.byId(storyId).orElseThrow(() -> Problems.notFound("success story", storyId));
        String competitor = story.competitor().name();
        boolean aboutThem = aboutCompany.isAbout(story, row.prospectId());
        boolean permitted = story.mayBeNamedAt(clock.instant());
        boolean barred = row.situation().storyBarred();
        if (aboutThem && !barred) {
            moves.event(
                    outreachId,
                    actor,
                    new OutreachTrigger.StoryAboutThem(storyId, competitor),
                    "the story is about their own company: " + competitor);
        } else if (!permitted && !barred) {
            moves.event(
                    outreachId,
                    actor,
                    new OutreachTrigger.PermissionEnded(storyId, competitor),
                    "the permission to name " + competitor + " ended");
        } else if (permitted && !aboutThem && barred) {
            moves.event(
                    outreachId,
                    actor,
                    new OutreachTrigger.PermissionRenewed(storyId),
                    competitor + " may be named to them again");
        }
    }
}
