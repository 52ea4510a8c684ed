package dev.tightrope.scheduler.reminder;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** The mail server for reminders and notices. */
@ConfigMapping(prefix = "tightrope.reminders.smtp")
interface SmtpSettings {
    /** Host. */
    @WithDefault("localhost")
    String host();

    /** Port. */
    @WithDefault("1025")
    int port();

    /** User, where the server asks for one. */
    Optional<String> username();

    /** Password of that user. */
    Optional<String> password();

    /** Encryption of the connection. */
    @WithDefault("NONE")
    Security security();

    /** Encryption of a connection. */
    enum Security {
        /** None: only towards a server on the same machine or network. */
        NONE,
        /** Begun in the clear, then encrypted; refused if the server cannot. */
        STARTTLS,
        /** Encrypted from the first byte. */
        TLS
    }
}
