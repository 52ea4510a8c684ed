package dev.tightrope.outreach.email;

import dev.tightrope.names.BusinessRole;
import dev.tightrope.names.CompanyName;
import java.util.List;

/** The executive has to see at a glance to whom the mail should go. */
final class RoleNamed implements EmailCheck {

    @Override
    public List<Finding> examine(EmailUnderCheck email) {
        boolean named = BusinessRole.waysToSay(email.businessUserRole()).stream()
                .map(CompanyName::of)
                .anyMatch(role -> role.isIn(email.matter()));
        return named
                ? List.of()
                : List.of(Finding.warning(
                        "ROLE_NOT_NAMED",
                        "The mail does not say that it is for the " + email.businessUserRole(),
                        "Name the role the mail should be passed on to"));
    }
}
