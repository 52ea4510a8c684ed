package dev.tightrope.outreach.email;

import dev.tightrope.outreach.story.Competitor;
import java.util.List;

/** A story is never told to the company it is about. */
final class CompetitorIsNotProspect implements EmailCheck {

    @Override
    public List<Finding> examine(EmailUnderCheck email) {
        EmailUnderCheck.Company told = email.competitor();
        boolean aboutThem = new Competitor(told.name(), told.names(), told.domains())
                .isOneOf(email.prospect().names(), email.prospect().domains());
        return aboutThem
                ? List.of(Finding.error(
                        "COMPETITOR_IS_PROSPECT",
                        "The story is about " + told.name() + ", which is "
                                + email.prospect().name() + " itself or of the same company",
                        "Choose a story about a competitor of "
                                + email.prospect().name()))
                : List.of();
    }
}
