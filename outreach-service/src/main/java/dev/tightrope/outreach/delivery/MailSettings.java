package dev.tightrope.outreach.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** How the mails to executives are sent. */
@ConfigMapping(prefix = "tightrope.mail")
interface MailSettings {

    /** The mail server. */
    Smtp smtp();

    /** Address replies go to; the reply token is added to its local part with a plus sign. */
    @WithDefault("reply@localhost")
    String replyTo();

    /** Right side of the Message-IDs; the domain of the reply address unless set. */
    Optional<String> messageIdDomain();

    /** Value of a List-Unsubscribe header, such as {@code <mailto:optout@example.com>}; none unless policy asks for it. */
    Optional<String> listUnsubscribe();

    /** Mails handed over to the configured server at the same time; 0 leaves sending to another process. */
    @WithDefault("4")
    int workers();

    /** Accounts of reps that mails go through at the same time; each has one conversation at a time. */
    @WithDefault("32")
    int accountsAtATime();

    /** How often to look for due mails nobody woke the workers for. */
    @WithDefault("PT2S")
    Duration poll();

    /** How long a worker may take up to the final dot before another one may take over. */
    @WithDefault("PT5M")
    Duration lease();

    /** First pause after a refusal for now; doubled each time. */
    @WithDefault("PT1S")
    Duration retryFirst();

    /** Longest pause between two attempts. */
    @WithDefault("PT15M")
    Duration retryLongest();

    /** How long a mail is tried before the rep has to decide. */
    @WithDefault("PT4H")
    Duration giveUpAfter();

    /** How long a mail whose outcome is unknown rests before it may be sent again. */
    @WithDefault("PT15M")
    Duration resendQuarantine();

    /** Connection to the mail server. */
    interface Smtp {
        /** Host. */
        @WithDefault("localhost")
        String host();

        /** Port. */
        @WithDefault("25")
        int port();

        /** User, where the server asks for one. */
        Optional<String> username();

        /** Password of that user. */
        Optional<String> password();

        /** Encryption of the connection. */
        @WithDefault("NONE")
        Security security();

        /** PEM file of certificate authorities that are trusted besides Java's own. */
        Optional<Path> trustedAuthorities();

        /** Name said in EHLO; the host's own unless set. */
        Optional<String> heloName();

        /** How long connecting may take. */
        @WithDefault("PT15S")
        Duration connectTimeout();

        /** How long an idle connection is kept for the next mail; zero opens one for each mail. */
        @WithDefault("PT30S")
        Duration keepConnection();

        /** How long each answer before the final dot may take. */
        @WithDefault("PT1M")
        Duration answerTimeout();

        /** How long the answer to the final dot may take; RFC 5321, 4.5.3.2.6 asks for ten minutes. */
        @WithDefault("PT10M")
        Duration dotTimeout();
    }

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
