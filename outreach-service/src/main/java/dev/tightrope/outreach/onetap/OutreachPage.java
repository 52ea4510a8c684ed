package dev.tightrope.outreach.onetap;

import dev.tightrope.outreach.outreach.Act;
import dev.tightrope.outreach.outreach.ShownOutreach;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What the page of an outreach shows.
 *
 * @param words in the reader's language
 * @param shown the outreach
 * @param standing where it stands, in words
 * @param link its page in the front end, where one is configured
 * @param done what was done a moment ago
 * @param notice why what was asked was not done
 * @param forms what can be done, what was asked for first
 * @param meanings pages to say what answers mean
 */
public record OutreachPage(
        Words words,
        ShownOutreach shown,
        String standing,
        @Nullable String link,
        @Nullable Act done,
        @Nullable String notice,
        List<Form> forms,
        List<Meaning> meanings) {

    /** For how long a wait can be extended without naming a day. */
    public List<Weeks> weeks() {
        return IntStream.rangeClosed(1, 4)
                .mapToObj(number -> new Weeks("P" + 7 * number + "D", number))
                .toList();
    }

    /** How an answer that is recorded here came; e-mails are read from the mailbox. */
    public List<String> channels() {
        return List.of("PHONE", "IN_PERSON", "OTHER");
    }

    /** A length, ISO 8601, and how many weeks it is. */
    public record Weeks(String length, int number) {}

    /** One act; open if it was asked for, with what its fields hold and the names of those filled in wrongly. */
    public record Form(Act act, boolean open, Values values, Set<String> wrong) {}

    /** Where to say what an answer means, and whose it is. */
    public record Meaning(String from, String link) {}

    /**
     * What the fields hold; days as ISO 8601 writes them, as a date field has them.
     *
     * @param length for how long the wait is extended, ISO 8601
     * @param until until when, instead
     * @param story the story to tell
     * @param channel how they answered
     * @param from who did
     * @param role their role
     * @param text what they said
     * @param nextStep what comes next
     * @param on by when
     * @param outcome as what it is closed
     * @param reason why
     */
    public record Values(
            String length,
            String until,
            String story,
            String channel,
            String from,
            String role,
            String text,
            String nextStep,
            String on,
            String outcome,
            String reason) {}
}
