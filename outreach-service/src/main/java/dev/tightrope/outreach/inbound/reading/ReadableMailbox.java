package dev.tightrope.outreach.inbound.reading;

import dev.tightrope.outreach.mailbox.connection.ConnectionProblem;
import dev.tightrope.outreach.mailbox.connection.MailConnections;
import dev.tightrope.outreach.mailbox.connection.SignInException;
import jakarta.mail.MessagingException;

/** A mailbox that is read: where it is, how it is signed in to, and who is told whether that works. */
interface ReadableMailbox {
    /** Who said that it is read. */
    enum Origin {
        /** An operator. */
        CONFIGURATION,
        /** The owner of an account. */
        ACCOUNT
    }

    Origin origin();

    /** Name under which progress and lease are kept: another server, login or folder is another mailbox. */
    String name();

    /** What messages from it name as their source. */
    String source();

    /** Folder that is read. */
    String folder();

    /** The mailbox as the log names it. */
    String inWords();

    /** Signs in. */
    MailConnections.OpenStore open() throws MessagingException, SignInException;

    /** Why an attempt failed. */
    ConnectionProblem problemOf(Throwable failure);

    /** This replica reads it from now on; another one may have noted something since it did last. */
    void takenOver();

    /** Notes that it was read. */
    void works();

    /**
     * Notes that it could not be read.
     *
     * @param failures how often in a row by now
     * @return whether it waits for its owner, who alone can mend that
     */
    boolean fails(Throwable failure, ConnectionProblem problem, int failures);
}
