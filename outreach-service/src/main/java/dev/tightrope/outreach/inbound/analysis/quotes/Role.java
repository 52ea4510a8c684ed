package dev.tightrope.outreach.inbound.analysis.quotes;

/** What a field of a header block says. */
enum Role {
    FROM("from"),
    TO("to"),
    CC("cc"),
    BCC("bcc"),
    DATE("date"),
    SUBJECT("subject"),
    REPLY_TO("reply-to"),
    /** Known, and of no interest. */
    OTHER("other");

    private final String key;

    Role(String key) {
        this.key = key;
    }

    /** Its name in the lexicon. */
    String key() {
        return key;
    }
}
