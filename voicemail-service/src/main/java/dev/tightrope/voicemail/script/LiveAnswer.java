package dev.tightrope.voicemail.script;

/** What an executive who answers the telephone says to the message. */
public enum LiveAnswer {
    /** They want to hear more. */
    YES("MEETING_AGREED"),
    /** They do not. */
    NO("DECLINED"),
    /** "Send it to my assistant." */
    TO_MY_ASSISTANT("REFERRED"),
    /** "Talk to X." */
    TALK_TO_X("REFERRED");

    private final String recordAs;

    LiveAnswer(String recordAs) {
        this.recordAs = recordAs;
    }

    /** Outcome of the call attempt. */
    String recordAs() {
        return recordAs;
    }
}
