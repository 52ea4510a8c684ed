package dev.tightrope.outreach.onetap;

import dev.tightrope.outreach.lifecycle.DispositionKind;
import dev.tightrope.outreach.outreach.ResponseByLink.Shown;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a response shows.
 *
 * @param words in the reader's language
 * @param shown the response
 * @param link page of the outreach in the front end, where one is configured
 * @param forms the meanings, the proposed one first; none if there is nothing to say any more
 * @param done whether the meaning was said a moment ago
 */
public record ResponsePage(
        Words words, Shown shown, @Nullable String link, List<Form> forms, boolean done) {

    /**
     * One meaning that can be said.
     *
     * @param meaning the meaning
     * @param open whether it is proposed
     * @param values what its fields hold
     * @param wrong names of fields that were filled in wrongly
     */
    public record Form(DispositionKind meaning, boolean open, Values values, Set<String> wrong) {}

    /**
     * What the fields hold; days as ISO 8601 writes them, as a date field has them.
     *
     * @param nextStep what comes next
     * @param nextStepOn by which day
     * @param until the day to come back on; empty if nobody knows
     * @param reason why they said no
     * @param passedOnTo who has the mail now
     * @param wholeCompany whether nobody of the company is to be contacted
     */
    public record Values(
            String nextStep, String nextStepOn, String until, String reason, String passedOnTo, boolean wholeCompany) {}
}
