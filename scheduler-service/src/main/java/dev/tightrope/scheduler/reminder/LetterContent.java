package dev.tightrope.scheduler.reminder;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a letter says, before it takes the form of text or HTML.
 *
 * @param language BCP 47
 * @param subject the subject
 * @param greeting the first line
 * @param paragraphs why this mail comes
 * @param quote what somebody wrote to us
 * @param taps what can be done with one tap
 * @param way how our mail travelled
 * @param factsTitle heading of the facts
 * @param facts what is known
 * @param stepsTitle heading of the steps
 * @param steps what to do now
 * @param linkText words of the link
 * @param link where to act
 * @param colon what stands between a label and its value
 * @param footer why the recipient gets it
 */
public record LetterContent(
        String language,
        String subject,
        String greeting,
        List<String> paragraphs,
        @Nullable Section quote,
        @Nullable Taps taps,
        @Nullable Section way,
        String factsTitle,
        List<Fact> facts,
        String stepsTitle,
        List<String> steps,
        String linkText,
        String link,
        String colon,
        String footer) {
    /** One known thing, with its label. */
    public record Fact(String label, String value) {}

    /** Lines under a heading. */
    public record Section(String title, List<String> lines) {}

    /**
     * Links that open a page, which asks to confirm what they say.
     *
     * @param title heading
     * @param first what is proposed
     * @param others what it may be instead
     * @param any the page without a proposal; absent if that is the first already
     * @param note what to know of the links
     */
    public record Taps(
            String title,
            Tap first,
            List<Tap> others,
            @Nullable Tap any,
            String note) {}

    /** One link. */
    public record Tap(String text, String link) {}
}
