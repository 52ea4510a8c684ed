package dev.tightrope.voicemail.outreach;

import dev.tightrope.events.OutreachOpened;
import dev.tightrope.messaging.EventHandler;
import dev.tightrope.messaging.Received;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class OutreachOpenedHandler implements EventHandler<OutreachOpened> {
    private final Mirror mirror;

    OutreachOpenedHandler(Mirror mirror) {
        this.mirror = mirror;
    }

    @Override
    public Class<OutreachOpened> eventClass() {
        return OutreachOpened.class;
    }

    @Override
    public void handle(Received<OutreachOpened> received) {
        OutreachOpened opened = received.data();
        mirror.touch(opened.ref());
        mirror.opened(opened);
    }
}
