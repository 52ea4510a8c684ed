package dev.tightrope.voicemail.people;

import dev.tightrope.api.deputy.Deputies;
import dev.tightrope.events.DeputyAppointed;
import dev.tightrope.events.DeputyDismissed;
import dev.tightrope.messaging.EventHandler;
import dev.tightrope.messaging.Received;
import jakarta.inject.Singleton;

/** Keeps who stands in for whom. */
final class HandleDeputies {
    private HandleDeputies() {}

    @Singleton
    static class OnDeputyAppointed implements EventHandler<DeputyAppointed> {
        private final Deputies deputies;

        OnDeputyAppointed(Deputies deputies) {
            this.deputies = deputies;
        }

        @Override
        public Class<DeputyAppointed> eventClass() {
            return DeputyAppointed.class;
        }

        @Override
        public void handle(Received<DeputyAppointed> received) {
            DeputyAppointed told = received.data();
            deputies.appoint(told.absenceId(), told.personId(), told.deputyId(), told.from(), told.until());
        }
    }

    @Singleton
    static class OnDeputyDismissed implements EventHandler<DeputyDismissed> {
        private final Deputies deputies;

        OnDeputyDismissed(Deputies deputies) {
            this.deputies = deputies;
        }

        @Override
        public Class<DeputyDismissed> eventClass() {
            return DeputyDismissed.class;
        }

        @Override
        public void handle(Received<DeputyDismissed> received) {
            deputies.dismiss(received.data().absenceId());
        }
    }
}
