package dev.tightrope.voicemail.outreach;

import dev.tightrope.events.StoryPermissionEnded;
import dev.tightrope.messaging.EventHandler;
import dev.tightrope.messaging.Received;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class StoryPermissionEndedHandler implements EventHandler<StoryPermissionEnded> {
    private final Mirror mirror;

    StoryPermissionEndedHandler(Mirror mirror) {
        this.mirror = mirror;
    }

    @Override
    public Class<StoryPermissionEnded> eventClass() {
        return StoryPermissionEnded.class;
    }

    @Override
    public void handle(Received<StoryPermissionEnded> received) {
        StoryPermissionEnded ended = received.data();
        mirror.touch(ended.ref());
        mirror.permissionEnded(ended.ref(), ended.at());
    }
}
