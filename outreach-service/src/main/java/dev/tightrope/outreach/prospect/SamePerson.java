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
     * The one of the prospect's contacts who was met: by address, or else by name and role, case, accents and the order of
     * the name's words ignored, as long as nothing known of them differs. Of several of that name none is taken where the
     * role is unknown, unless nothing but the name is known of one of them.
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
                .filter(contact -> sameName(contact.name(), met.name()))
                .filter(contact -> unknownOrSame(contact.email(), email))
                .filter(contact -> unknownOrSame(contact.phone(), met.phone()))
                .toList();
        Optional<Contact> ofRole = namesakes.stream()
                .filter(contact -> met.role() != null && bare(contact.role()).equals(bare(met.role())))
                .findFirst();
        if (ofRole.isPresent()) {
            return ofRole;
        }
        return namesakes.size() == 1
                ? Optional.of(namesakes.get(0)).filter(contact -> unknownOrSame(contact.role(), met.role()))
                : namesakes.stream().filter(SamePerson::isNameAlone).findFirst();
    }

    private static boolean isNameAlone(Contact contact) {
        return contact.email() == null && contact.phone() == null && contact.role() == null;
    }

    private static boolean sameName(String one, String other) {
        return PersonNames.same(one, other) || bare(one).equals(bare(other));
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
