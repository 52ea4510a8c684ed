package dev.tightrope.outreach.email;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Languages an e-mail can be drafted in, with the few words of each the checks and the small print need. */
enum EmailLanguage {
    EN(
            "If you would rather not hear from me, a one-line reply is enough and I will not write again.",
            Set.of("i", "we", "our", "ours", "us", "my", "me"),
            Set.of("you", "your", "yours"),
            List.of("ceo", "chief executive", "managing director", "president")),
    SV(
            "Vill du inte höra av mig räcker det med en rad till svar, så skriver jag inte igen.",
            Set.of("jag", "vi", "oss", "var", "vart", "vara", "min", "mitt", "mina"),
            Set.of("ni", "er", "ert", "era", "du", "din", "ditt", "dina", "dig"),
            List.of("vd", "verkställande direktör", "koncernchef")),
    DE(
            "Wenn Sie nichts mehr von mir hören möchten, genügt eine kurze Antwort, und ich schreibe nicht wieder.",
            Set.of("ich", "wir", "uns", "unser", "unsere", "unserem", "unseren", "unserer", "mein", "meine", "mir"),
            Set.of("sie", "ihr", "ihre", "ihrem", "ihren", "ihrer", "ihnen"),
            List.of("geschäftsführer", "geschäftsführung", "vorstandsvorsitzende", "ceo")),
    FR(
            "Si vous préférez ne plus recevoir de message de ma part, une ligne de réponse suffit et je n'écrirai plus.",
            Set.of("je", "nous", "notre", "nos", "mon", "ma", "mes"),
            Set.of("vous", "votre", "vos"),
            List.of("pdg", "directeur général", "président", "ceo")),
    ES(
            "Si prefiere no recibir más mensajes míos, basta con una línea de respuesta y no volveré a escribirle.",
            Set.of("yo", "nosotros", "nuestro", "nuestra", "nuestros", "nuestras", "nos", "mi", "mis"),
            Set.of("usted", "ustedes", "su", "sus", "le", "les"),
            List.of("director general", "consejero delegado", "presidente", "ceo"));

    private final String optOutSentence;
    private final Set<String> wordsForUs;
    private final Set<String> wordsForThem;
    private final List<String> executiveRoles;

    EmailLanguage(
            String optOutSentence, Set<String> wordsForUs, Set<String> wordsForThem, List<String> executiveRoles) {
        this.optOutSentence = optOutSentence;
        this.wordsForUs = wordsForUs;
        this.wordsForThem = wordsForThem;
        this.executiveRoles = executiveRoles;
    }

    /** The supported language nearest to a BCP 47 tag; English when there is none. */
    static EmailLanguage nearest(@Nullable String tag) {
        if (tag != null) {
            String language = Locale.forLanguageTag(tag.replace('_', '-')).getLanguage();
            for (EmailLanguage supported : values()) {
                if (supported.tag().equals(language)) {
                    return supported;
                }
            }
        }
        return EN;
    }

    static boolean isSupported(String tag) {
        return nearest(tag).tag().equals(tag);
    }

    String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    String optOutSentence() {
        return optOutSentence;
    }

    Set<String> wordsForUs() {
        return wordsForUs;
    }

    Set<String> wordsForThem() {
        return wordsForThem;
    }

    List<String> executiveRoles() {
        return executiveRoles;
    }
}
