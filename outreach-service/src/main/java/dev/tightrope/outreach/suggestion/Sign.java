package dev.tightrope.outreach.suggestion;

/**
 * What words can be a sign of, in the order they are looked for: words that were one sign are not read as another, so
 * that negations come before what they negate ("not interested", "kein Interesse").
 */
enum Sign {
    /** Says neither yes nor no: "not sure whether we are interested". */
    NEUTRAL,
    /** A no. */
    DECLINED,
    /** No for the time being; with a date it becomes a later. */
    NOT_NOW,
    /** We wrote to somebody else than we meant. */
    NOT_THEM,
    /** Given to somebody else, or somebody else is named. */
    PASSED_ON,
    /** A wish that we come back. */
    COME_BACK,
    /** With a day it is a wish that we come back then; without one it says nothing. */
    PERHAPS,
    /** A wish to meet, to know more, to see prices. */
    ASKING,
    /** A wish to be called. */
    CALL_ME,
    /** A liking, without a wish yet. */
    INTEREST
}
