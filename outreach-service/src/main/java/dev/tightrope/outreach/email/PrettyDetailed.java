package dev.tightrope.outreach.email;

import dev.tightrope.names.CompanyName;
import java.util.List;

/** The mail is read by the business user, who wants to know in detail what was done. */
final class PrettyDetailed implements EmailCheck {

    private static final int FEWEST_WORDS = 120;

    @Override
    public List<Finding> examine(EmailUnderCheck email) {
        int words = CompanyName.words(email.matter()).size();
        return words >= FEWEST_WORDS
                ? List.of()
                : List.of(Finding.warning(
                        "TOO_SHORT",
                        "The mail has " + words + " words; a pretty detailed one has " + FEWEST_WORDS + " at least",
                        "Describe what was done at " + email.competitor().name() + " and what came of it"));
    }
}
