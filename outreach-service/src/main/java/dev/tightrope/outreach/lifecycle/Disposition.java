package dev.tightrope.outreach.lifecycle;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What the rep says a response means. */
public sealed interface Disposition {

    /** Its name. */
    DispositionKind kind();

    /** They want to know more. */
    record Interested(
            String nextStep, LocalDate on, @Nullable String contactName) implements Disposition {
        @Override
        public DispositionKind kind() {
            return DispositionKind.INTERESTED;
        }
    }

    /** They gave it to somebody else. */
    record PassedOn() implements Disposition {
        @Override
        public DispositionKind kind() {
            return DispositionKind.PASSED_ON;
        }
    }

    /** They ask us to come back. */
    record Later(Instant until) implements Disposition {
        @Override
        public DispositionKind kind() {
            return DispositionKind.LATER;
        }
    }

    /** They say no. */
    record Declined(@Nullable String reason) implements Disposition {
        @Override
        public DispositionKind kind() {
            return DispositionKind.DECLINED;
        }
    }

    /** It was not from them at all. */
    record NotFromThem() implements Disposition {
        @Override
        public DispositionKind kind() {
            return DispositionKind.NOT_FROM_THEM;
        }
    }

    /** They ask not to be contacted any more; only the executive, or somebody for the whole company, ends the outreach. */
    record OptedOut(boolean forEverybody, @Nullable String reason) implements Disposition {
        @Override
        public DispositionKind kind() {
            return DispositionKind.OPTED_OUT;
        }
    }
}
