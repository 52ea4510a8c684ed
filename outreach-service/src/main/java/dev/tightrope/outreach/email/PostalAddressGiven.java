package dev.tightrope.outreach.email;

import java.util.List;

/** The reader learns where our company is, in plain text and HTML. */
final class PostalAddressGiven implements EmailCheck {

    @Override
    public List<Finding> examine(EmailUnderCheck email) {
        String address = email.smallPrint().postalAddress();
        boolean required = email.smallPrint().postalAddressRequired();
        if (address == null) {
            return required
                    ? List.of(Finding.error(
                            "NO_POSTAL_ADDRESS",
                            "Our postal address has to be in the mail, and nobody has configured it",
                            "Ask an operator to set tightrope.company.postal-address"))
                    : List.of();
        }
        return email.saysInBothBodies(address)
                ? List.of()
                : List.of(Finding.byPolicy(
                        required,
                        "NO_POSTAL_ADDRESS",
                        "Our postal address is not in both plain text and HTML",
                        "Add: " + address));
    }
}
