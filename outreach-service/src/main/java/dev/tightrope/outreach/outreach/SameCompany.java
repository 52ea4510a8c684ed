package dev.tightrope.outreach.outreach;

import dev.tightrope.outreach.story.Competitor;
import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Whether the competitor of a story is the company the story would be told to. */
final class SameCompany {
    private static final Set<String> LEGAL_FORMS = Set.of(
            "ab",
            "publ",
            "ag",
            "gmbh",
            "kg",
            "se",
            "sa",
            "sas",
            "sarl",
            "sl",
            "spa",
            "srl",
            "bv",
            "nv",
            "oy",
            "oyj",
            "as",
            "asa",
            "aps",
            "inc",
            "llc",
            "ltd",
            "limited",
            "plc",
            "corp",
            "corporation",
            "co",
            "company",
            "group",
            "holding");

    private SameCompany() {}

    static boolean is(Competitor competitor, Collection<String> names, Collection<String> domains) {
        boolean sharesDomain = competitor.domains().stream().anyMatch(domains::contains);
        boolean sharesName = Stream.concat(Stream.of(competitor.name()), competitor.aliases().stream())
                .map(SameCompany::bare)
                .anyMatch(name ->
                        !name.isEmpty() && names.stream().map(SameCompany::bare).anyMatch(name::equals));
        return sharesDomain || sharesName;
    }

    /** Lower case, without accents, punctuation and legal form. */
    private static String bare(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
        String bare = String.join(
                " ",
                Stream.of(plain.split(" "))
                        .filter(word -> !LEGAL_FORMS.contains(word))
                        .toList());
        return bare.isEmpty() ? plain : bare;
    }
}
