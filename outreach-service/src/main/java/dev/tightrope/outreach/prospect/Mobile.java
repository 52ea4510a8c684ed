package dev.tightrope.outreach.prospect;

/** Whether a number is a cell phone, judged by its numbering plan. */
public enum Mobile {
    /** It is a mobile number. */
    YES,
    /** It is something else, such as a fixed line. */
    NO,
    /** The plan does not tell them apart, as in North America. */
    UNKNOWN
}
