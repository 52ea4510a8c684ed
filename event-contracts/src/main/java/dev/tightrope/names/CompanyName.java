package dev.tightrope.names;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A company's name as people write it in a sentence: case, accents, punctuation and legal form do not count. The same for
 * the e-mail and for the script that announces it, so that neither names a competitor the other does not.
 */
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
            "ohg",
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

    /** How the sign between two names, or between two legal forms, is said. */
    private static final Set<String> JOINING = Set.of("and", "und", "och", "et", "y");

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
        List<String> words = new ArrayList<>(said(POLISH_LIMITED.matcher(name).replaceAll("spzoo")));
        while (words.size() > 1 && LEGAL_FORMS.contains(words.get(words.size() - 1))) {
            words.remove(words.size() - 1);
            // GmbH & Co. KG
            if (words.size() > 1 && JOINING.contains(words.get(words.size() - 1))) {
                words.remove(words.size() - 1);
            }
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
        List<String> spoken = said(text);
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
                .filter(word -> !LEGAL_FORMS.contains(word) && !GROUP_WORDS.contains(word) && !JOINING.contains(word))
                .toList();
        return core.isEmpty() ? words : core;
    }

    private boolean matchesAt(List<String> spoken, int start) {
        for (int i = 0; i < words.size(); i++) {
            if (!isSaid(words.get(i), spoken.get(start + i), i == words.size() - 1)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSaid(String word, String spoken, boolean last) {
        // Swedish and German put the genitive's s straight behind the name.
        return spoken.equals(word)
                || (last && spoken.equals(word + "s"))
                || (JOINING.contains(word) && JOINING.contains(spoken));
    }

    private static List<String> said(String text) {
        return words(text.replace("&", " and "));
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
