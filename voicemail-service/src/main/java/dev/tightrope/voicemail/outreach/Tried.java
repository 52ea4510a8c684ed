package dev.tightrope.voicemail.outreach;

/** What may be tried with an outreach here, as refusals name it. */
public enum Tried {
    HOMEWORK_CHANGED("change the homework"),
    SCRIPT_CHANGED("change the script"),
    SCRIPT_REGENERATED("write the script anew"),
    SCRIPT_APPROVED("approve the script"),
    CALL_ATTEMPT_RECORDED("record a call attempt"),
    CALL_ATTEMPT_UNDONE("undo the call attempt"),
    WRONG_NUMBER_REPORTED("report a wrong number"),
    RECORDING_KEPT("keep a recording");

    private final String words;

    Tried(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
