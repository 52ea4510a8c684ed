package dev.tightrope.voicemail.outreach;

import dev.tightrope.events.OutreachTransferred;
import dev.tightrope.messaging.EventHandler;
import dev.tightrope.messaging.Received;
import jakarta.enterprise.context.ApplicationScoped;

/** Script, homework, call list and recordings are the new owner's: whose they are is asked of the outreach. */
@ApplicationScoped
class OutreachTransferredHandler implements EventHandler<OutreachTransferred> {
    private final Mirror mirror;

    OutreachTransferredHandler(Mirror mirror) {
        this.mirror = mirror;
    }

    @Override
    public Class<OutreachTransferred> eventClass() {
        return OutreachTransferred.class;
    }

    @Override
    public void handle(Received<OutreachTransferred> received) {
        mirror.touch(received.data().ref());
    }
}
