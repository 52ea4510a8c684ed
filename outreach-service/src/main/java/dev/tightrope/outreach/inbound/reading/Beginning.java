package dev.tightrope.outreach.inbound.reading;

/**
 * What is kept of a message that is too large: its header, which says whom it answers, and what its sender wrote, which
 * comes before attachments. It has always the same length, by which it is known for what it is; a whole message of that
 * very length is taken for one, too, which does it no harm.
 */
public final class Beginning {
    /** Its length. */
    public static final int BYTES = 1 << 20;

    private Beginning() {}

    /** Whether these are a message's beginning, not a whole one. */
    public static boolean is(byte[] message) {
        return message.length == BYTES;
    }
}
