package dev.tightrope.outreach.mailbox;

import dev.tightrope.events.MailAccountRefused;

/** Who is told that an account has to be signed in anew or is not read, in the transaction that notes it. */
interface AccountNews {
    void refused(MailAccountRefused news);
}
