package dev.tightrope.outreach.mailbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How accounts with mail servers are kept and reached, {@code tightrope.mailboxes.*}. */
@ConfigMapping(prefix = "tightrope.mailboxes")
public interface MailboxesSettings {
    /** Keys as {@code id:base64} of 32 bytes; the first seals, all of them open. */
    Optional<List<String>> keys();

    /** Whether servers at private addresses, and connections without TLS, are allowed. */
    @WithDefault("false")
    boolean allowPrivateHosts();

    /** PEM file of certificate authorities that are trusted besides Java's own. */
    Optional<Path> trustedAuthorities();

    /** How long connecting may take. */
    @WithDefault("PT10S")
    Duration connectTimeout();

    /** How long an answer may take. */
    @WithDefault("PT30S")
    Duration answerTimeout();

    /** Mailboxes read at the same time; 0 leaves reading to other replicas. */
    @WithDefault("4")
    int readers();

    /** How often to look for accounts that are new or were changed. */
    @WithDefault("PT5S")
    Duration accountsPoll();

    /** How long a mailbox cannot be read, for another reason than a refused sign-in, before whoever can mend it is told. */
    @WithDefault("PT1H")
    Duration tellAfter();

    /** How far back a mailbox is read when it is read for the first time. */
    @WithDefault("P30D")
    Duration lookBack();
}
