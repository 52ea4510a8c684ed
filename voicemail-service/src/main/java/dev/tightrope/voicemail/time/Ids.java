package dev.tightrope.voicemail.time;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Makes ids: UUIDv7, so that a primary key grows with time. */
@ApplicationScoped
public class Ids {
    private final TimeBasedEpochGenerator generator = Generators.timeBasedEpochGenerator();

    /** A new id. */
    public UUID next() {
        return generator.generate();
    }
}
