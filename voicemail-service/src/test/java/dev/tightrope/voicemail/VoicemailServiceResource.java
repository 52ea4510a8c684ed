package dev.tightrope.voicemail;

import dev.tightrope.testing.ServiceParts;
import java.util.Map;

/**
 * What only voicemail-service needs in tests: an undo window that does not end by itself while a test looks.
 */
public class VoicemailServiceResource extends ServiceParts {
    /** For its database. */
    public VoicemailServiceResource() {
        super("voicemail");
    }

    @Override
    protected Map<String, String> ofItsOwn() {
        return Map.of("tightrope.call.undo-window", "PT60S");
    }
}
