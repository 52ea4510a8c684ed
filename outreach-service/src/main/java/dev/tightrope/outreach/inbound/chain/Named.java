package dev.tightrope.outreach.inbound.chain;

import dev.tightrope.outreach.inbound.analysis.Party;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whether two parties are one person: by address, or by name where one of them has no address. */
final class Named {
    private Named() {}

    static boolean same(@Nullable Party one, @Nullable Party other) {
        if (one == null || other == null) {
            return false;
        }
        if (one.address() != null && other.address() != null && one.address().equalsIgnoreCase(other.address())) {
            return true;
        }
        String name = bare(one.name());
        return !name.isEmpty() && name.equals(bare(other.name()));
    }

    /** The words of a name in one order, so that {@code Berg, Mia} is {@code Mia Berg}; accents and case ignored. */
    private static String bare(@Nullable String name) {
        if (name == null) {
            return "";
        }
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .replaceAll("\\([^)]*\\)", " ")
                .toLowerCase(Locale.ROOT);
        String[] words = plain.split("[^\\p{L}\\p{N}]+");
        Arrays.sort(words);
        return String.join(" ", words).strip();
    }
}
