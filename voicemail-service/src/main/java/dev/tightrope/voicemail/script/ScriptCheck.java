package dev.tightrope.voicemail.script;

/**
 * Something found in a script.
 *
 * @param code stable name of the rule, a constant as everywhere: TOO_LONG
 * @param severity whether it blocks approval
 * @param reason what is wrong
 * @param remedy what to do about it
 */
public record ScriptCheck(String code, Severity severity, String reason, String remedy) {
    /** Whether a finding blocks approval. */
    public enum Severity {
        /** Blocks approval. */
        ERROR,
        /** Does not block approval. */
        WARNING
    }

    boolean blocks() {
        return severity == Severity.ERROR;
    }

    static ScriptCheck error(String code, String reason, String remedy) {
        return new ScriptCheck(code, Severity.ERROR, reason, remedy);
    }

    static ScriptCheck warning(String code, String reason, String remedy) {
        return new ScriptCheck(code, Severity.WARNING, reason, remedy);
    }
}
