package dev.tightrope.scheduler.reminder;

import dev.tightrope.api.onetap.OneTap;
import dev.tightrope.api.onetap.OneTapTokens;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the links that act with one tap, in the moment a letter is written. */
@Startup
@ApplicationScoped
class OneTapLinks {
    private final OneTapTokens tokens;
    private final String url;
    private final Duration lifetime;

    OneTapLinks(
            OneTapTokens tokens,
            @ConfigProperty(name = "tightrope.one-tap.url") String url,
            @ConfigProperty(name = "tightrope.one-tap.lifetime") Duration lifetime) {
        this.tokens = tokens;
        this.url = url;
        this.lifetime = lifetime;
    }

    /** A link and when it ends. */
    record Link(String url, Instant expires) {}

    /** The link to say what a response means, for one person; absent where no key is configured. */
    Optional<Link> toResponse(UUID person, UUID response, Instant now) {
        return to(OneTap.Kind.RESPONSE, person, response, now);
    }

    /** The link to act on an outreach, for one person; absent where no key is configured. */
    Optional<Link> toOutreach(UUID person, UUID outreach, Instant now) {
        return to(OneTap.Kind.OUTREACH, person, outreach, now);
    }

    private Optional<Link> to(OneTap.Kind kind, UUID person, UUID of, Instant now) {
        Instant expires = now.plus(lifetime);
        return tokens.sign(new OneTap(person, kind, of, expires))
                .map(token -> new Link(url.replace("{token}", token), expires));
    }
}
