package dev.tightrope.outreach.email;

/**
 * What a check found in an e-mail.
 *
 * @param severity whether it blocks approval
 * @param code stable name for programs
 * @param reason what is wrong, naming it
 * @param remedy what to do
 */
public record Finding(Severity severity, String code, String reason, String remedy) {

    static Finding error(String code, String reason, String remedy) {
        return new Finding(Severity.ERROR, code, reason, remedy);
    }

    static Finding warning(String code, String reason, String remedy) {
        return new Finding(Severity.WARNING, code, reason, remedy);
    }

    /** An error where policy requires what is missing, else a warning. */
    static Finding byPolicy(boolean required, String code, String reason, String remedy) {
        return required ? error(code, reason, remedy) : warning(code, reason, remedy);
    }

    boolean blocks() {
        return severity == Severity.ERROR;
    }
}
