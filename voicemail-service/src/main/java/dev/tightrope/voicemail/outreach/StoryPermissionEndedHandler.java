package dev.tightrope.voicemail.outreach;

import dev.tightrope.events.StoryPermissionEnded;
import dev.tightrope.messaging.EventHandler;
import dev.tightrope.messaging.Received;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

@ApplicationScoped
class StoryPermissionEndedHandler implements EventHandler<StoryPermissionEnded> {
    private final Mirror mirror;
    private final Outreaches outreaches;
    private final Event<PermissionEnded> told;

    StoryPermissionEndedHandler(Mirror mirror, Outreaches outreaches, Event<PermissionEnded> told) {
        this.mirror = mirror;
        this.outreaches = outreaches;
        this.told = told;
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
        outreaches.find(ended.ref().outreachId()).ifPresent(outreach -> told.fire(new PermissionEnded(outreach)));
    }
}
