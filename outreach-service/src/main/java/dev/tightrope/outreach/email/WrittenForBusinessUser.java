package dev.tightrope.outreach.email;

import dev.tightrope.names.BusinessRole;
import dev.tightrope.names.CompanyName;
import java.util.List;
import java.util.stream.Stream;

/** The mail goes to the executive but is written for the business user. */
final class WrittenForBusinessUser implements EmailCheck {

    @Override
    public List<Finding> examine(EmailUnderCheck email) {
        List<String> executiveRoles = Stream.concat(
                        email.language().executiveRoles().stream(), Stream.ofNullable(email.executiveTitle()))
                .filter(role -> !role.isBlank())
                .toList();
        boolean toExecutive = mentions(email.matter(), executiveRoles);
        boolean toBusinessUser = mentions(email.matter(), BusinessRole.waysToSay(email.businessUserRole()));
        return toExecutive && !toBusinessUser
                ? List.of(Finding.warning(
                        "ADDRESSED_TO_EXECUTIVE",
                        "The mail speaks to the executive's role, not to the " + email.businessUserRole(),
                        "Write what helps the " + email.businessUserRole() + "; the executive only passes it on"))
                : List.of();
    }

    private static boolean mentions(String text, List<String> roles) {
        return roles.stream().map(CompanyName::of).anyMatch(role -> role.isIn(text));
    }
}
