package dev.tightrope.voicemail.script;

/** How much a script says. Both forms have all that makes the method work; see {@link WriteScript}. */
public enum ScriptForm {
    /** The necessary, for half a minute. */
    SHORT,
    /** With the situation there and what was done about it, for less than a minute. */
    LONG
}
