package dev.tightrope.outreach.optout;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What can be said, in every language at once. Almost everything is matched as a whole: a piece of a text is one of these
 * phrases or it is none of them, so that half a phrase never counts. Where nothing else is said, texts are folded and in
 * lower case.
 */
final class Phrases {
    private static final List<WordList> LANGUAGES =
            List.of("en", "sv", "de", "fr", "es", "it", "nl", "da", "nb", "fi", "pt", "pl", "ru", "cs").stream()
                    .map(WordList::new)
                    .toList();

    private static final String START = "(?<![\\p{L}\\p{N}'-])";
    private static final String END = "(?![\\p{L}\\p{N}'-])";
    private static final String BEFORE = "(?:" + START + all("LEAD") + END + "[ ,]*+)*+";
    private static final String AFTER = "(?:[ ,]+" + all("TRAIL") + END + ")*+";

    private static final String UNDENIED = "(?<!(?:not|n't|never) )";
    private static final String TITLE =
            "(?: (?:mr|mrs|ms|dr|herr|frau|herrn|monsieur|madame|sir|heer|mevrouw|senora?|sra?|signora?|pan[ie]?)\\.?)*+";

    /** The wish itself, as a clause of its own. */
    static final Pattern REQUEST = clause(all("REQUEST"));

    /** The wish in one word or two, clear only where it stands alone. */
    static final Pattern WORD = clause(all("WORD"));

    /** The wish for everybody at the company. */
    static final Pattern COMPANY = clause(all("COMPANY"));

    /** Beside the wish: it may be meant for the company. */
    static final Pattern HINT = whole(BEFORE + all("HINT") + AFTER);

    /** Beside the wish: courtesies and reasons. */
    static final Pattern BESIDE = whole(all("BESIDE") + AFTER);

    /** The wish asked for as a question. */
    static final Pattern ASKED =
            whole(BEFORE + all("ASK") + END + "[ ,]*+" + BEFORE + either("REQUEST", "WORD") + AFTER);

    /** The same asked for everybody at the company. */
    static final Pattern ASKED_FOR_COMPANY =
            whole(BEFORE + all("ASK") + END + "[ ,]*+" + BEFORE + all("COMPANY") + AFTER);

    /** Any words that may be the wish, wherever they stand. */
    static final Finder ANY_WISH = new Finder(Pattern.compile(either("REQUEST", "COMPANY", "LIKELY", "WORD") + END));

    /** The wish anywhere in a sentence. */
    static final Finder SAID = new Finder(Pattern.compile(UNDENIED + either("REQUEST", "COMPANY") + END));

    /** What may be the wish, at the end of a clause. */
    static final Finder PERHAPS_SAID =
            new Finder(Pattern.compile(UNDENIED + all("LIKELY") + AFTER + "(?= *(?:[.,!;:\\n]|$))"));

    /** The wish for everybody at the company, or a hint at it, anywhere in a sentence. */
    static final Finder SAID_FOR_COMPANY = new Finder(Pattern.compile(either("COMPANY", "HINT") + END));

    static final Pattern ASKING = Pattern.compile(START + all("ASK") + END);

    /** How a letter begins, with the name if a sign or the line's end closes it; a first name alone needs none. */
    static final Pattern GREETING = Pattern.compile("(?iU)^ *(?:" + all("GREETING") + TITLE
            + "(?: (?-i:\\p{Lu})[\\p{L}.'-]*){0,3} *(?:[,!.:]|-|$)|" + all("GREETING")
            + "(?: (?-i:\\p{Lu})[\\p{L}.'-]*)?(?= ))");

    /** How a letter ends, with the name after it. */
    static final Pattern CLOSING =
            Pattern.compile("(?iU) *" + all("CLOSING") + "(?:[ ,.!]+(?-i:\\p{Lu})[\\p{L}.'-]*){0,4}[ ,.!]*");

    /** How the small print begins. */
    static final Pattern DISCLAIMER = Pattern.compile("(?iU)^ *" + all("DISCLAIMER") + END);

    /** Words that a signature does not have and a sentence does. */
    static final Pattern SENTENCE = Pattern.compile("(?iU)" + START + all("SENTENCE") + "(?![\\p{L}\\p{N}'-]| *[:.])");

    /** The small print of a newsletter, which tells how to leave it and does not ask for it. */
    static final Pattern HOW_TO_LEAVE = Pattern.compile(
            "\\b(?:click\\p{L}*|klick\\p{L}*|cliqu\\p{L}*|clic|klik\\p{L}*|klikn\\p{L}*|https?|www|links?|napsauta)\\b");

    private Phrases() {}

    static boolean is(Pattern pattern, String piece) {
        return pattern.matcher(piece).matches();
    }

    private static Pattern clause(String phrases) {
        return whole(BEFORE + "(?:" + all("ASK") + END + "[ ,]*+" + BEFORE + ")?" + phrases + AFTER);
    }

    private static Pattern whole(String expression) {
        return Pattern.compile(expression);
    }

    private static String either(String... sections) {
        return List.of(sections).stream().map(Phrases::all).collect(Collectors.joining("|", "(?:", ")"));
    }

    private static String all(String section) {
        return LANGUAGES.stream()
                .map(language -> language.alternatives(section))
                .collect(Collectors.joining("|", "(?:", ")"));
    }
}
