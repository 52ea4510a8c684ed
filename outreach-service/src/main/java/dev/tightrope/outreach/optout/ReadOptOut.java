package dev.tightrope.outreach.optout;

import dev.tightrope.outreach.optout.OptOut.Scope;
import dev.tightrope.outreach.optout.OptOut.Surety;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads from what somebody wrote themselves, without quoted mail, whether they want no more contact. It is unmistakable
 * only if everything they wrote is accounted for: the wish in complete phrases, courtesies, reasons, their name. A
 * limit, a condition, a question, another name or an invitation is none of these, in whatever words, and leaves the
 * reading to a person.
 */
public final class ReadOptOut {
    /** Longer texts talk about something. */
    private static final int LONGEST = 600;

    /** Who says no says it at the beginning; what follows is small talk and footers. */
    private static final int BEGINNING = 1500;

    /** With the signature and its small print. */
    private static final int MOST = 4000;

    private static final int WISH = 1;
    private static final int BESIDE = 2;
    private static final int HINT = 4;
    private static final int COMPANY = 8;
    private static final int ANY_NAME = 4;
    private static final Pattern SENTENCE_END = Pattern.compile("[!?;]|(?<!\\d)\\.(?=[ \\n]|$)|\\n *\\n");
    private static final Pattern LINE_BREAK = Pattern.compile("(?<!\\n)\\n(?!\\n)");
    private static final Pattern FULL_STOPS = Pattern.compile("[.! ]+$");
    private static final Pattern NAME = Pattern.compile("[\\p{L} .,'/-]+");
    private static final Pattern NO_LETTERS = Pattern.compile("(?U)[^\\p{L}]+");

    private final String written;
    private final String folded;
    private final String lowerCase;
    private final Set<String> names;
    private final OwnCompany company;

    private ReadOptOut(String text, @Nullable String sender, @Nullable String domain) {
        String beginning = text.length() > MOST ? text.substring(0, MOST) : text;
        this.written = Folded.composed(
                beginning.replace("\r", "").replace("\u200b", "").replace("\ufeff", ""));
        this.folded = Folded.text(written);
        this.lowerCase = Folded.lowerCase(folded.substring(0, Math.min(folded.length(), BEGINNING)));
        this.company = OwnCompany.of(domain);
        this.names = words(sender == null ? "" : Folded.text(Folded.composed(sender)));
    }

    /** The wish in a text. */
    public static Optional<OptOut> of(String text) {
        return of(text, null, null, null);
    }

    /** The wish in a mail whose sender's company is not known. */
    static Optional<OptOut> of(String text, @Nullable String subject, @Nullable String sender) {
        return of(text, subject, sender, null);
    }

    /**
     * The wish in a mail.
     *
     * @param text what its sender wrote
     * @param subject its subject
     * @param sender name and address of who wrote it
     * @param domain of their address, which tells the name of their company
     */
    public static Optional<OptOut> of(
            String text, @Nullable String subject, @Nullable String sender, @Nullable String domain) {
        ReadOptOut reading = new ReadOptOut(text, sender, domain);
        boolean subjectIsWish = subject != null && isWish(subject);
        if (!subjectIsWish
                && Phrases.ANY_WISH.in(reading.lowerCase, 0).isEmpty()
                && Phrases.ANY_WISH
                        .in(reading.company.namedIn(reading.lowerCase), 0)
                        .isEmpty()) {
            return Optional.empty();
        }
        return (text.length() > MOST ? Optional.<OptOut>empty() : reading.unmistakable(subjectIsWish ? subject : null))
                .or(reading::likely);
    }

    private Optional<OptOut> unmistakable(@Nullable String subject) {
        Letter letter = Letter.of(folded);
        if (letter.body().length() > LONGEST) {
            return Optional.empty();
        }
        int what = letter.body().isEmpty() ? BESIDE : Pieces.read(letter.body(), this::read);
        if (!letter.plainEnd() || what == 0) {
            return Optional.empty();
        }
        String words = written.strip();
        if ((what & WISH) == 0 && subject != null) {
            what |= WISH;
            words = subject.strip();
        }
        return (what & WISH) == 0
                ? Optional.empty()
                : Optional.of(new OptOut(
                        Surety.UNMISTAKABLE,
                        (what & COMPANY) != 0
                                ? Scope.COMPANY
                                : (what & HINT) != 0 ? Scope.PERHAPS_COMPANY : Scope.PERSON,
                        words));
    }

    private static boolean isWish(String subject) {
        String piece = Folded.lowerCase(Folded.text(Folded.composed(subject))).strip();
        return Phrases.is(Phrases.WORD, piece) || Phrases.is(Phrases.REQUEST, piece);
    }

    /** First as it stands: the name of a domain may be a word of the phrase, such as list or contact. */
    private int read(String text, boolean question, boolean firstLine) {
        String piece = Folded.lowerCase(text);
        int what = readPiece(piece, question, firstLine);
        String named = company.namedIn(piece);
        return what != 0 || named.equals(piece) ? what : readPiece(named, question, firstLine);
    }

    private int readPiece(String piece, boolean question, boolean firstLine) {
        if (question) {
            return Phrases.is(Phrases.ASKED, piece)
                    ? WISH
                    : Phrases.is(Phrases.ASKED_FOR_COMPANY, piece) ? WISH | COMPANY : 0;
        }
        if (Phrases.is(Phrases.COMPANY, piece)) {
            return WISH | COMPANY;
        }
        if (Phrases.is(Phrases.REQUEST, piece)) {
            return WISH;
        }
        // Below their first line the word alone may be the last line of a newsletter.
        if (firstLine && Phrases.is(Phrases.WORD, piece)) {
            return WISH;
        }
        if (Phrases.is(Phrases.HINT, piece)) {
            return HINT;
        }
        return Phrases.is(Phrases.BESIDE, piece) || Phrases.is(Phrases.CLOSING, piece) || isTheirName(piece)
                ? BESIDE
                : 0;
    }

    private boolean isTheirName(String piece) {
        Set<String> words = NAME.matcher(piece).matches() ? words(piece) : Set.of();
        return !words.isEmpty() && words.size() <= ANY_NAME && names.containsAll(words);
    }

    private static Set<String> words(String text) {
        return Arrays.stream(NO_LETTERS.split(text.toLowerCase(Locale.ROOT)))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    }

    private Optional<OptOut> likely() {
        String body = LINE_BREAK.matcher(lowerCase).replaceAll(" ");
        String firstLine = Letter.of(folded).body().lines().findFirst().orElse("");
        boolean word = Phrases.is(
                Phrases.WORD, Folded.lowerCase(FULL_STOPS.matcher(firstLine).replaceAll("")));
        return said(body, Phrases.SAID, Surety.LIKELY)
                .or(() -> word
                        ? Optional.of(new OptOut(Surety.LIKELY, Scope.PERSON, firstLine))
                        : saidOfOwnCompany(body)
                                ? Optional.of(new OptOut(Surety.LIKELY, Scope.PERHAPS_COMPANY, firstLine))
                                : said(body, Phrases.PERHAPS_SAID, Surety.POSSIBLE));
    }

    private boolean saidOfOwnCompany(String body) {
        String named = company.namedIn(body);
        return !named.equals(body) && Phrases.SAID.in(named, 0).isPresent();
    }

    private Optional<OptOut> said(String body, Finder wish, Surety surety) {
        Optional<Finder.Found> said = wish.in(body, 0);
        while (said.isPresent()) {
            int start = startOf(body, said.get().start());
            int end = endOf(body, said.get().end());
            String sentence = body.substring(start, end);
            boolean question = end < body.length() && body.charAt(end) == '?';
            if (!Phrases.HOW_TO_LEAVE.matcher(sentence).find()
                    && (!question || Phrases.ASKING.matcher(sentence).find())) {
                boolean company = Phrases.SAID_FOR_COMPANY.in(sentence, 0).isPresent();
                return Optional.of(new OptOut(
                        surety,
                        company ? Scope.PERHAPS_COMPANY : Scope.PERSON,
                        written.substring(start, Math.min(end, start + LONGEST)).strip()));
            }
            said = wish.in(body, said.get().end());
        }
        return Optional.empty();
    }

    private static int startOf(String text, int position) {
        Matcher end = SENTENCE_END.matcher(text).region(0, position);
        int start = 0;
        while (end.find()) {
            start = end.end();
        }
        return start;
    }

    private static int endOf(String text, int position) {
        Matcher end = SENTENCE_END.matcher(text);
        return end.find(position) ? end.start() : text.length();
    }
}
