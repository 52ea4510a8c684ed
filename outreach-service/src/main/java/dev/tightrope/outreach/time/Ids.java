package dev.tightrope.outreach.time;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Gives new ids: UUID version 7, so that rows made later sort later. */
@Singleton
public class Ids {
    private final TimeBasedEpochGenerator generator = Generators.timeBasedEpochGenerator();

    /** A new id. */
    public UUID next() {
        return generator.generate();
    }
}
