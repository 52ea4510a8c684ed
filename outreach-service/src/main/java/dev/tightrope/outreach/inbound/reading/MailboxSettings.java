package dev.tightrope.outreach.inbound.reading;

import dev.tightrope.outreach.mailbox.ConnectionSecurity;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * The mailbox replies come to, {@code tightrope.inbound.imap.*}, and how mailboxes are read. Without a host only those of
 * accounts are.
 */
@ConfigMapping(prefix = "tightrope.inbound.imap")
interface MailboxSettings {
    /** IMAP server. */
    Optional<String> host();

    /** Its port. */
    @WithDefault("993")
    int port();

    /** Encryption of the connection; said by {@link #tls()} unless set. */
    Optional<ConnectionSecurity> security();

    /** Whether TLS is spoken from the first byte. */
    @WithDefault("true")
    boolean tls();

    /** PEM file of certificate authorities that are trusted besides Java's own. */
    Optional<Path> trustedAuthorities();

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

    /** How long one IDLE lasts before the server is asked whether it is still there (RFC 2177: under 29 min). */
    @WithDefault("PT2M")
    Duration idleLimit();

    /** First pause after a failure; doubled each time. */
    @WithDefault("PT5S")
    Duration retryFirst();

    /** Longest pause between two attempts. */
    @WithDefault("PT5M")
    Duration retryLongest();

    /** How long a replica may be silent before another one reads the mailbox. */
    @WithDefault("PT30S")
    Duration lease();

    /** Largest message, in bytes, that is read as a whole; of a larger one the first 1 MiB is. */
    @WithDefault("26214400")
    int wholeUpTo();

    /** How often in a row a message may fail before it is set aside, so that those behind it are read. */
    @WithDefault("5")
    int setAsideAfter();

    /** First pause before one that is set aside is tried again; doubled each time. */
    @WithDefault("PT15M")
    Duration setAsideRetryFirst();

    /** Longest pause between two attempts at one. */
    @WithDefault("P1D")
    Duration setAsideRetryLongest();
}
