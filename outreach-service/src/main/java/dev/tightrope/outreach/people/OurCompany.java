package dev.tightrope.outreach.people;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** The company our reps sell for. */
@ConfigMapping(prefix = "tightrope.company")
public interface OurCompany {
    /** Name used in mails and scripts. */
    @WithDefault("Tightrope Demo Company")
    String name();

    /**
     * Mail domains of ours besides those our profiles, mail accounts and the reply address lie in: who writes from one is
     * a colleague, never the prospect.
     */
    Optional<List<String>> domains();

    /** Postal address put under mails, where the law or policy asks for one. */
    Optional<String> postalAddress();

    /** Whether a mail without the postal address may not be approved. */
    @WithDefault("false")
    boolean postalAddressRequired();

    /** Whether a mail that does not say how to hear no more may not be approved. */
    @WithDefault("false")
    boolean optOutRequired();
}
