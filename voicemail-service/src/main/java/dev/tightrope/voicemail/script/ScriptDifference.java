package dev.tightrope.voicemail.script;

import org.jspecify.annotations.Nullable;

/**
 * Something the script says otherwise than the e-mail it announces. It blocks nothing: the rep may know better, but should
 * know that the two differ.
 *
 * @param code what differs, such as FIGURE_NOT_IN_EMAIL
 * @param said what the script says; absent if it says nothing of it
 * @param inTheEmail what the e-mail has; absent if it has nothing of it
 */
public record ScriptDifference(
        String code, @Nullable String said, @Nullable String inTheEmail) {}
