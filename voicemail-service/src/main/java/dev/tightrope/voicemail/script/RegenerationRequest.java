package dev.tightrope.voicemail.script;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a script is to be written anew. */
public record RegenerationRequest(
        @Schema(description = "How much it is to say; as before if left out") @Nullable
        ScriptForm form) {}
