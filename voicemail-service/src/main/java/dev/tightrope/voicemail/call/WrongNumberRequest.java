package dev.tightrope.voicemail.call;

import dev.tightrope.voicemail.input.Fields;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How it was found out that somebody else heard the message. */
public record WrongNumberRequest(
        @Schema(description = "How you know, for the team") @Nullable
        String notes) {

    @Nullable
    String checkedNotes() {
        Fields fields = new Fields();
        String text = fields.text("/notes", notes, 4_000);
        fields.check();
        return text;
    }
}
