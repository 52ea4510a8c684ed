package dev.tightrope.outreach.prospect;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells whether somebody we came across is a contact we have. */
final class SamePerson {
    private SamePerson() {}

    /**
     * The one of the prospect's contacts who was met: by address, or else by name and role, case and accents ignored, as
     * long as nothing known of them differs. Where the role is unknown it has to be the only one of that name.
     */
    static Optional<Contact> among(List<Contact> contacts, Contact met) {
        String email = met.email();
        Optional<Contact> byAddress = contacts.stream()
                .filter(contact -> email != null && email.equalsIgnoreCase(contact.email()))
                .findFirst();
        if (byAddress.isPresent()) {
            return byAddress;
        }
        List<Contact> namesakes = contacts.stream()
                .filter(contact -> bare(contact.name()).equals(bare(met.name())))
                .filter(contact -> unknownOrSame(contact.email(), email))
                .filter(contact -> unknownOrSame(contact.phone(), met.phone()))
                .toList();
        Optional<Contact> ofRole = namesakes.stream()
                .filter(contact -> bare(contact.role()).equals(bare(met.role())))
                .findFirst();
        return ofRole.isPresent() || namesakes.size() != 1
                ? ofRole
                : namesakes.stream()
                        .filter(contact -> unknownOrSame(contact.role(), met.role()))
                        .findFirst();
    }

    private static boolean unknownOrSame(@Nullable String known, @Nullable String met) {
        return known == null || met == null || bare(known).equals(bare(met));
    }

    private static String bare(@Nullable String text) {
        return text == null
                ? ""
                : Normalizer.normalize(text, Normalizer.Form.NFKD)
                        .replaceAll("\\p{M}+", "")
                        .replaceAll("\\s+", " ")
                        .strip()
                        .toLowerCase(Locale.ROOT);
    }
}
