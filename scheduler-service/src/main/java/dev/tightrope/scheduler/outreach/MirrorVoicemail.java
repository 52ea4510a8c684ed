package dev.tightrope.scheduler.outreach;

import dev.tightrope.events.VoicemailLeft;
import dev.tightrope.messaging.EventHandler;
import dev.tightrope.messaging.Received;
import jakarta.enterprise.context.ApplicationScoped;

/** Learns when the voicemail was left. */
@ApplicationScoped
class MirrorVoicemail implements EventHandler<VoicemailLeft> {
    private final Mirror mirror;

    MirrorVoicemail(Mirror mirror) {
        this.mirror = mirror;
    }

    @Override
    public Class<VoicemailLeft> eventClass() {
        return VoicemailLeft.class;
    }

    @Override
    public void handle(Received<VoicemailLeft> received) {
        VoicemailLeft event = received.data();
        mirror.voicemailLeft(event.ref(), event.attemptId(), event.recordedAt());
    }
}
