package dev.tightrope.voicemail.outreach;

import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/** Lets a use case tell the client when to ask again, wherever in the request it notices. */
@RequestScoped
public class RetryHint {
    private @Nullable Integer seconds;

    /** Ask again after so many seconds. */
    public void inSeconds(int value) {
        seconds = value;
    }

    @Nullable
    Integer seconds() {
        return seconds;
    }
}
