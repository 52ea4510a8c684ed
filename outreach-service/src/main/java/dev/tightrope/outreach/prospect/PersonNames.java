package dev.tightrope.outreach.prospect;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names of people in a form in which they can be compared. */
public final class PersonNames {
    /** What programs and people put behind a name: a company, a place, a title. */
    private static final Pattern BEHIND =
            Pattern.compile("\\([^()]*\\)|[|/].*|\\s[-\u2013\u2014]\\s.*", Pattern.DOTALL);

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    private static final Set<String> TITLES = Set.of(
            "dr", "prof", "mr", "mrs", "ms", "herr", "frau", "phd", "mba", "ceo", "cfo", "cto", "coo", "cio", "cmo");

    private PersonNames() {}

    /** Whether two names are one, in the form that {@link #bare} gives them; no name is nobody's. */
    public static boolean same(@Nullable String one, @Nullable String other) {
        String words = bare(one);
        return !words.isEmpty() && words.equals(bare(other));
    }

    /**
     * The words of a name in one order, so that {@code Berg, Mia} is {@code Mia Berg}; case, accents, titles and what stands
     * in brackets or behind a dash or a bar ignored. Empty if there is no word in it.
     */
    public static String bare(@Nullable String name) {
        if (name == null) {
            return "";
        }
        List<String> words = words(BEHIND.matcher(name).replaceAll(" "));
        List<String> untitled =
                words.stream().filter(word -> !TITLES.contains(word)).toList();
        return String.join(" ", untitled.isEmpty() ? words : untitled);
    }

    private static List<String> words(String name) {
        String plain = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        return NO_WORD.splitAsStream(plain)
                .filter(word -> !word.isEmpty())
                .sorted()
                .toList();
    }
}
