package dev.tightrope.outreach.story;

import java.util.List;

/** The part of a story that tells it, without the permission to do so. */
record StoryContent(
        Competitor competitor,
        String offering,
        String businessUserRole,
        String situation,
        String details,
        List<Impact> impacts,
        String language) {}
