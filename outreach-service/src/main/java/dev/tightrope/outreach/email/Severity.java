package dev.tightrope.outreach.email;

/** Weight of a finding: an error blocks approval, a warning does not. */
public enum Severity {
    /** Blocks approval. */
    ERROR,
    /** Worth a second look. */
    WARNING
}
