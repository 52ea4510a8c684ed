package dev.tightrope.voicemail.recording;

import dev.tightrope.api.ProblemException;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is said of a file and what it is have to agree. */
final class SaidAndFound {
    private static final String KINDS =
            Arrays.stream(AudioType.values()).map(AudioType::mediaType).collect(Collectors.joining(", "));

    private SaidAndFound() {}

    static AudioType typeOf(@Nullable MediaType said, FoundAudio found) {
        String name = said == null ? "nothing" : said.getType() + "/" + said.getSubtype();
        AudioType type = found.type();
        if (type == null || !type.isSaidBy(name)) {
            throw new ProblemException(
                    415,
                    "recording-not-as-said",
                    "Recording not as said",
                    "Content-Type says " + name + ", the content is " + found.words() + ". "
                            + (type == null ? "Kept are " + KINDS + "." : "Send it as " + type.mediaType() + "."),
                    List.of(),
                    Map.of("said", name, "found", found.words()));
        }
        return type;
    }
}
