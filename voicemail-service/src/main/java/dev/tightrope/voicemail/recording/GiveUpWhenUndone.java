package dev.tightrope.voicemail.recording;

import dev.tightrope.voicemail.call.AttemptUndone;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;

/** A call that was taken back has no recording either. One that is still being stored finds out when it is. */
@ApplicationScoped
class GiveUpWhenUndone {
    private final Recordings recordings;
    private final Event<RecordingsGivenUp> givenUp;

    GiveUpWhenUndone(Recordings recordings, Event<RecordingsGivenUp> givenUp) {
        this.recordings = recordings;
        this.givenUp = givenUp;
    }

    void onUndone(@Observes AttemptUndone undone) {
        if (recordings.giveUpKept(undone.attemptId()).isPresent()) {
            recordings.tellAttempt(undone.attemptId(), null, undone.at());
            givenUp.fire(new RecordingsGivenUp());
        }
    }
}
