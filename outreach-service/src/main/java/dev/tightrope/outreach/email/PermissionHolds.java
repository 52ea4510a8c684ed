package dev.tightrope.outreach.email;

import java.util.List;

/** The competitor may be named only while the story's permission holds. */
final class PermissionHolds implements EmailCheck {

    @Override
    public List<Finding> examine(EmailUnderCheck email) {
        String fault = email.permissionFault();
        return fault == null
                ? List.of()
                : List.of(Finding.error(
                        "PERMISSION_NOT_VALID",
                        "The story may not name " + email.competitor().name() + ": " + fault,
                        "Renew the permission, or start a round with another story"));
    }
}
