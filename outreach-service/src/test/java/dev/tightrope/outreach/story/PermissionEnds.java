package dev.tightrope.outreach.story;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers the permissions that ended while the tests ran. */
@ApplicationScoped
class PermissionEnds {
    private final List<PermissionEnded> heard = new CopyOnWriteArrayList<>();

    void hear(@Observes PermissionEnded ended) {
        heard.add(ended);
    }

    List<PermissionEnded> of(UUID storyId) {
        return heard.stream().filter(end -> end.story().id().equals(storyId)).toList();
    }
}
