package dev.tightrope.outreach.prospect;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Names of people in a form in which they can be compared. */
public final class PersonNames {
    private PersonNames() {}

    /**
     * The words of a name in one order, so that {@code Berg, Mia} is {@code Mia Berg}; case, accents and what stands in
     * brackets ignored. Empty if there is no word in it.
     */
    public static String bare(@Nullable String name) {
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
