package dev.tightrope.voicemail.outreach;

import dev.tightrope.events.ExecutiveCorrected;
import dev.tightrope.messaging.EventHandler;
import dev.tightrope.messaging.Received;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class ExecutiveCorrectedHandler implements EventHandler<ExecutiveCorrected> {
    private final Mirror mirror;
    private final WrongNumbers wrongNumbers;

    ExecutiveCorrectedHandler(Mirror mirror, WrongNumbers wrongNumbers) {
        this.mirror = mirror;
        this.wrongNumbers = wrongNumbers;
    }

    @Override
    public Class<ExecutiveCorrected> eventClass() {
        return ExecutiveCorrected.class;
    }

    @Override
    public void handle(Received<ExecutiveCorrected> received) {
        ExecutiveCorrected corrected = received.data();
        mirror.touch(corrected.ref());
        mirror.executive(corrected.ref(), corrected.executive());
        String phone = corrected.executive().phone();
        if (Boolean.TRUE.equals(corrected.numberGiven()) && phone != null) {
            wrongNumbers.given(corrected.ref().outreachId(), phone, corrected.at());
        }
    }
}
