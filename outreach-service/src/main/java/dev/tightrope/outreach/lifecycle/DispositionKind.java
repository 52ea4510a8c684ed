package dev.tightrope.outreach.lifecycle;

/** The meanings a response can have. */
public enum DispositionKind {
    INTERESTED,
    PASSED_ON,
    LATER,
    DECLINED,
    NOT_FROM_THEM,
    OPTED_OUT
}
