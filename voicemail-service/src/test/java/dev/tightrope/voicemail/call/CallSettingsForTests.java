package dev.tightrope.voicemail.call;

import java.time.Duration;
import java.util.List;

/** Settings of the test's choice, and one, two and three hours between attempts. */
record CallSettingsForTests(Duration undoWindow, List<PlanStep> plan, int maxAttempts) implements CallSettings {
    @Override
    public int dailyLimitPerNumber() {
        return 3;
    }

    @Override
    public Hours hours() {
        throw new UnsupportedOperationException("The test has its own");
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
