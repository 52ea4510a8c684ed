package dev.tightrope.scheduler.time;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Makes identifiers: UUIDs of version 7, which sort by the time they were made. */
@ApplicationScoped
public class Ids {
    private final TimeBasedEpochGenerator generator = Generators.timeBasedEpochGenerator();

    /** A new identifier. */
    public UUID next() {
        return generator.generate();
    }
}
