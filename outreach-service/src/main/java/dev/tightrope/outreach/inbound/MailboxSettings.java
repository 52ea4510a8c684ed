package dev.tightrope.outreach.inbound;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** The mailbox replies come to, {@code tightrope.inbound.imap.*}. Without a host no mailbox is read. */
@ConfigMapping(prefix = "tightrope.inbound.imap")
interface MailboxSettings {
    /** IMAP server. */
    Optional<String> host();

    /** Its port. */
    @WithDefault("993")
    int port();

    /** Whether TLS is spoken from the first byte; the certificate is verified. */
    @WithDefault("true")
    boolean tls();

    /** Login. */
    Optional<String> user();

    /** Its password. */
    Optional<String> password();

    /** Folder that is read. */
    @WithDefault("INBOX")
    String folder();

    /** How often to look where the server does not speak IDLE. */
    @WithDefault("PT30S")
    Duration pollInterval();

    /** How long one IDLE lasts before the connection is made anew, so that a dead one is noticed (RFC 2177: under 29 min). */
    @WithDefault("PT2M")
    Duration idleLimit();

    /** How long a replica may be silent before another one reads the mailbox. */
    @WithDefault("PT30S")
    Duration lease();

    /** Largest message, in bytes, that is read as a whole; of a larger one the first 1 MiB is. */
    @WithDefault("26214400")
    int wholeUpTo();

    /** Name under which progress is kept. */
    default String name() {
        return user().orElse("") + "@" + host().orElse("") + "/" + folder();
    }
}
