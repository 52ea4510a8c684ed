package dev.tightrope.outreach.onetap;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Where the sales front end is, if it was configured. */
@ApplicationScoped
class FrontEnd {
    private final Optional<String> outreachUrl;

    FrontEnd(@ConfigProperty(name = "tightrope.front-end.outreach-url") Optional<String> outreachUrl) {
        this.outreachUrl = outreachUrl;
    }

    @Nullable
    String pageOf(UUID outreach) {
        return outreachUrl.map(url -> url.replace("{id}", outreach.toString())).orElse(null);
    }
}
