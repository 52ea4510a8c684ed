package dev.tightrope.voicemail.script;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The rep's own words. */
public record ScriptRequest(
        @Schema(description = "The whole text, to be read aloud", required = true) @Nullable
        String text) {}
