package dev.tightrope.outreach.inbound.reading;

/** Takes in what lies in a mailbox. */
public interface MailIntake {
    /**
     * Takes a message in, unless it was taken in from there already.
     *
     * @param source the mailbox as messages from it name it
     * @return whether it is one we keep; of a mailbox nothing else is stored
     */
    boolean takeIn(byte[] raw, String source, MailPlace place);
}
