package dev.tightrope.outreach.people;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** Where our people are at home unless they say otherwise. */
@ConfigMapping(prefix = "tightrope.home")
public interface HomeDefaults {
    /** IANA time zone of a new profile. */
    @WithDefault("UTC")
    String zone();

    /** Language of a new profile, a BCP 47 tag. */
    @WithDefault("en")
    String language();

    /** ISO 3166-1 alpha-2 of the country numbers without a country code are dialled in. */
    Optional<String> country();
}
