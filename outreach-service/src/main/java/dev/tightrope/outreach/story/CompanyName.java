package dev.tightrope.outreach.story;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** A company's name as people write it in a sentence: case, accents, punctuation and legal form do not count. */
public final class CompanyName {
    private static final Set<String> LEGAL_FORMS = Set.of(
            "ab",
            "publ",
            "ag",
            "aps",
            "as",
            "asa",
            "bv",
            "bvba",
            "co",
            "company",
            "corp",
            "corporation",
            "doo",
            "ehf",
            "eood",
            "gmbh",
            "gmbhcokg",
            "inc",
            "incorporated",
            "kb",
            "kft",
            "kg",
            "kgaa",
            "kk",
            "limited",
            "llc",
            "llp",
            "lp",
            "ltd",
            "ltda",
            "mbh",
            "nv",
            "oao",
            "ood",
            "ooo",
            "oy",
            "oyj",
            "plc",
            "pte",
            "pty",
            "sa",
            "sab",
            "sarl",
            "sas",
            "sasu",
            "scs",
            "se",
            "sl",
            "slu",
            "snc",
            "sp",
            "spa",
            "spzoo",
            "srl",
            "sro",
            "ug",
            "zrt");
    /** Forms that also stand in front of a name. */
    private static final Set<String> LEADING_FORMS = Set.of("ab", "oy", "pt", "sa");

    /** Part of a name that may be left out as well. */
    private static final Set<String> GROUP_WORDS = Set.of("group", "holding");

    private static final Pattern POLISH_LIMITED = Pattern.compile("(?i)\\bsp\\.? *z *o\\.? ?o\\b\\.?");
    private static final Pattern DOTTED = Pattern.compile("\\b((?:\\p{L}[./]){1,4}\\p{L})\\b\\.?");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_A_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final List<String> words;

    private CompanyName(List<String> words) {
        this.words = words;
    }

    /** The name, read. */
    public static CompanyName of(String name) {
        List<String> words = new ArrayList<>(words(POLISH_LIMITED.matcher(name).replaceAll("spzoo")));
        while (words.size() > 1 && LEGAL_FORMS.contains(words.get(words.size() - 1))) {
            words.remove(words.size() - 1);
        }
        while (words.size() > 1 && LEADING_FORMS.contains(words.get(0))) {
            words.remove(0);
        }
        return new CompanyName(List.copyOf(words));
    }

    /** Whether the text names the company. */
    public boolean isIn(String text) {
        if (words.isEmpty()) {
            return false;
        }
        List<String> spoken = words(text);
        for (int start = 0; start + words.size() <= spoken.size(); start++) {
            if (matchesAt(spoken, start)) {
                return true;
            }
        }
        return false;
    }

    /** Whether it is the same name, wherever the legal form stands and whether they call themselves a group or not. */
    public boolean isSameAs(CompanyName other) {
        return !words.isEmpty() && core().equals(other.core());
    }

    private List<String> core() {
        List<String> core = words.stream()
                .filter(word -> !LEGAL_FORMS.contains(word) && !GROUP_WORDS.contains(word))
                .toList();
        return core.isEmpty() ? words : core;
    }

    private boolean matchesAt(List<String> spoken, int start) {
        for (int i = 0; i < words.size(); i++) {
            String word = spoken.get(start + i);
            boolean last = i == words.size() - 1;
            // Swedish and German put the genitive's s straight behind the name.
            if (!word.equals(words.get(i)) && !(last && word.equals(words.get(i) + "s"))) {
                return false;
            }
        }
        return true;
    }

    /** Words of a text, folded so that spelling variants of the same word are equal. */
    public static List<String> words(String text) {
        String undotted = DOTTED.matcher(text)
                .replaceAll(match -> match.group(1).replace(".", "").replace("/", ""));
        String folded = fold(undotted);
        return NOT_A_WORD.splitAsStream(folded).filter(word -> !word.isEmpty()).toList();
    }

    private static String fold(String text) {
        String lower = text.toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replace("ø", "o")
                .replace("æ", "ae")
                .replace("œ", "oe")
                .replace("ł", "l")
                .replace("đ", "d")
                .replace("ı", "i");
        // An apostrophe inside a word belongs to it: Kohl's and Kohls are one name.
        String joined = lower.replace("'", "").replace("\u2019", "");
        return MARKS.matcher(Normalizer.normalize(joined, Normalizer.Form.NFKD)).replaceAll("");
    }
}
