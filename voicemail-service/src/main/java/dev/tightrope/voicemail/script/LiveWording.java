package dev.tightrope.voicemail.script;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The message for an executive who answers the telephone, in the wording of a conversation. It says what the voicemail
 * says, then it asks.
 *
 * @param language BCP 47 tag of all of it
 * @param text the message, to be said
 * @param replies what to say and do on each answer
 */
public record LiveWording(UUID outreachId, int round, String language, String text, List<Reply> replies) {

    /**
     * What to say and do on an answer.
     *
     * @param say what to say
     * @param toDo what to do then
     * @param recordAs outcome to record the call attempt with
     */
    @Schema(name = "LiveReply")
    public record Reply(LiveAnswer answer, String say, String toDo, String recordAs) {}

    static LiveWording of(UUID outreachId, int round, ScriptFacts facts) {
        ScriptLanguage language = facts.scriptLanguage();
        return new LiveWording(
                outreachId,
                round,
                language.tag(),
                WriteScript.live(facts),
                Stream.of(LiveAnswer.values())
                        .map(answer -> new Reply(
                                answer,
                                language.live(answer + ".say"),
                                language.live(answer + ".do"),
                                answer.recordAs()))
                        .toList());
    }
}
