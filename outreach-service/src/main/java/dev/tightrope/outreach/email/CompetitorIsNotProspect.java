package dev.tightrope.outreach.email;

import java.util.List;
import java.util.Locale;

/** A story is never told to the company it is about. */
final class CompetitorIsNotProspect implements EmailCheck {

    @Override
    public List<Finding> examine(EmailUnderCheck email) {
        boolean sameDomain = email.prospect().domains().stream()
                .map(domain -> domain.toLowerCase(Locale.ROOT))
                .anyMatch(domain -> email.competitor().domains().stream().anyMatch(domain::equalsIgnoreCase));
        boolean sameName = email.prospect().names().stream()
                .map(CompanyName::of)
                .anyMatch(prospect ->
                        email.competitor().names().stream().map(CompanyName::of).anyMatch(prospect::isSameAs));
        return sameDomain || sameName
                ? List.of(Finding.error(
                        "COMPETITOR_IS_PROSPECT",
                        "The story is about " + email.prospect().name() + " itself",
                        "Choose a story about a competitor of "
                                + email.prospect().name()))
                : List.of();
    }
}
