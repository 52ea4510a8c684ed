package dev.tightrope.outreach.email;

import java.util.List;

/** Every check an e-mail has to pass, errors first. */
final class EmailChecks {
    private static final List<EmailCheck> ALL = List.of(
            new CompetitorNamed(),
            new TokensResolved(),
            new PermissionHolds(),
            new RecipientNotSuppressed(),
            new CompetitorIsNotProspect(),
            new ImpactHasFigure(),
            new PrettyDetailed(),
            new WrittenForBusinessUser(),
            new AboutThem(),
            new RoleNamed(),
            new InItsLanguage(),
            new LooksPersonal(),
            new OptOutOffered(),
            new PostalAddressGiven());

    private EmailChecks() {}

    static List<Finding> examine(EmailUnderCheck email) {
        return ALL.stream().flatMap(check -> check.examine(email).stream()).toList();
    }
}
