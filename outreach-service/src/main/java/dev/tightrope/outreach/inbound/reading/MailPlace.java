package dev.tightrope.outreach.inbound.reading;

/**
 * Where a message lies (RFC 9051 2.3.1.1).
 *
 * @param mailbox name under which the mailbox's progress is kept
 * @param uidValidity of the folder; another one is another folder
 * @param uid of the message in it
 */
public record MailPlace(String mailbox, long uidValidity, long uid) {}
