package dev.tightrope.voicemail.call;

import java.time.Duration;

/** Settings with an undo window of the test's choice, three attempts, and one, two and three hours between them. */
record CallSettingsForTests(Duration undoWindow) implements CallSettings {
    @Override
    public int maxAttempts() {
        return 3;
    }

    @Override
    public AgainAfter againAfter() {
        return new Pauses();
    }

    private record Pauses() implements AgainAfter {
        @Override
        public Duration noAnswer() {
            return Duration.ofHours(1);
        }

        @Override
        public Duration busy() {
            return Duration.ofHours(2);
        }

        @Override
        public Duration assistantAnswered() {
            return Duration.ofHours(3);
        }

        @Override
        public Duration voicemailCutOff() {
            return Duration.ZERO;
        }
    }
}
