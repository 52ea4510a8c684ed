package dev.tightrope.scheduler.reminder;

import java.util.List;

/**
 * What a letter says, before it takes the form of text or HTML.
 *
 * @param language BCP 47
 * @param subject the subject
 * @param greeting the first line
 * @param paragraphs why this mail comes
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
}
