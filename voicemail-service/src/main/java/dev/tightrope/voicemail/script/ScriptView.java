package dev.tightrope.voicemail.script;

import dev.tightrope.voicemail.homework.Homework;
import dev.tightrope.voicemail.outreach.LockedEmail;
import dev.tightrope.voicemail.outreach.Outreach;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A script as the API shows it. */
public record ScriptView(
        UUID outreachId,
        int round,
        long version,
        Status status,
        String text,
        String language,
        ScriptForm form,
        boolean editedByHand,
        int words,
        int wordsPerMinute,
        int speakingSeconds,
        List<ScriptCheck> checks,
        List<ScriptDifference> differences,
        int emailVersion,
        String emailHash,
        boolean emailLocked,
        @Nullable String emailTo,
        @Nullable String emailSubject,
        @Nullable String emailText,
        @Nullable String competitor,
        boolean homeworkComplete,
        @Nullable Long approvedVersion,
        @Nullable UUID approvedBy,
        @Nullable Instant approvedAt,
        Instant updatedAt) {

    /** Whether a script may be read out. */
    @Schema(name = "ScriptStatus")
    public enum Status {
        /** Not approved yet, or no longer. */
        DRAFT,
        /** Approved as it stands. */
        APPROVED
    }

    static ScriptView of(
            Outreach outreach,
            Script script,
            Homework homework,
            List<ScriptCheck> checks,
            List<ScriptDifference> differences) {
        ScriptLanguage language = ScriptLanguage.of(script.language()).orElse(ScriptLanguage.ENGLISH);
        SpeakingTime time = SpeakingTime.of(script.text(), language);
        LockedEmail email = outreach.email();
        return new ScriptView(
                script.outreachId(),
                script.round(),
                script.version(),
                script.approved() ? Status.APPROVED : Status.DRAFT,
                script.text(),
                script.language(),
                script.form(),
                script.editedByHand(),
                time.words(),
                language.wordsPerMinute(),
                time.seconds(),
                checks,
                differences,
                script.emailVersion(),
                script.emailHash(),
                email != null,
                email == null ? null : email.to(),
                email == null ? null : email.subject(),
                email == null ? null : email.text(),
                email == null ? null : email.competitor(),
                homework.complete(),
                script.approvedVersion(),
                script.approvedBy(),
                script.approvedAt(),
                script.updatedAt());
    }
}
