package dev.tightrope.outreach.lifecycle;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What the rep says a response means. */
public sealed interface Disposition {

    /** Its name. */
    Kind kind();

    /** The kinds there are. */
    enum Kind {
        INTERESTED,
        PASSED_ON,
        LATER,
        DECLINED,
        NOT_FROM_THEM,
        OPTED_OUT
    }

    /** They want to know more. */
    record Interested(
            String nextStep, LocalDate on, @Nullable String contactName) implements Disposition {
        @Override
        public Kind kind() {
            return Kind.INTERESTED;
        }
    }

    /** They gave it to somebody else. */
    record PassedOn() implements Disposition {
        @Override
        public Kind kind() {
            return Kind.PASSED_ON;
        }
    }

    /** They ask us to come back. */
    record Later(Instant until) implements Disposition {
        @Override
        public Kind kind() {
            return Kind.LATER;
        }
    }

    /** They say no. */
    record Declined(@Nullable String reason) implements Disposition {
        @Override
        public Kind kind() {
            return Kind.DECLINED;
        }
    }

    /** It was not from them at all. */
    record NotFromThem() implements Disposition {
        @Override
        public Kind kind() {
            return Kind.NOT_FROM_THEM;
        }
    }

    /** They ask not to be contacted any more; only the executive, or somebody for the whole company, ends the outreach. */
    record OptedOut(boolean forEverybody, @Nullable String reason) implements Disposition {
        @Override
        public Kind kind() {
            return Kind.OPTED_OUT;
        }
    }
}
