package dev.tightrope.voicemail.reading;

/** How a script is laid out. */
public enum ReadingView {
    /** Everything about the call on paper. */
    PRINT,
    /** The words to say, in large type. */
    LARGE
}
