package dev.tightrope.outreach.optout;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds a phrase of many languages among the words of a text. Most words begin none of the phrases; which do is asked of
 * the pattern once and kept, so that ordinary mail is read without trying thousands of phrases at every word.
 */
final class Finder {
    private static final int MOST_KEPT = 20_000;
    private static final int LONGEST = 40;

    private final Pattern phrases;
    private final Map<String, Boolean> begins = new ConcurrentHashMap<>();

    Finder(Pattern phrases) {
        this.phrases = phrases;
    }

    /** Where a phrase stands. */
    record Found(int start, int end) {}

    /** The first phrase that begins at or after a position. */
    Optional<Found> in(String lowerCase, int from) {
        Matcher phrase = phrases.matcher(lowerCase).useTransparentBounds(true);
        int length = lowerCase.length();
        int at = nextWord(lowerCase, from);
        while (at < length) {
            int end = endOfWord(lowerCase, at);
            int next = nextWord(lowerCase, end);
            // The second word tells "we want" from "we have", and the first alone nearly everything else.
            if (mayBegin(lowerCase, at, end)
                    && (next >= length || mayBegin(lowerCase, at, endOfWord(lowerCase, next)))
                    && phrase.region(at, length).lookingAt()) {
                return Optional.of(new Found(phrase.start(), phrase.end()));
            }
            at = next;
        }
        return Optional.empty();
    }

    private static int nextWord(String text, int from) {
        int at = from;
        while (at < text.length()
                && (!Character.isLetterOrDigit(text.charAt(at)) || at > 0 && isInside(text, at - 1))) {
            at++;
        }
        return at;
    }

    private static int endOfWord(String text, int start) {
        int end = start;
        while (end < text.length() && isInside(text, end)) {
            end++;
        }
        return end;
    }

    private static boolean isInside(String text, int at) {
        char c = text.charAt(at);
        return Character.isLetterOrDigit(c) || c == '\'' || c == '-';
    }

    private boolean mayBegin(String text, int start, int end) {
        if (end - start > LONGEST) {
            return true;
        }
        String words = text.substring(start, end);
        Boolean known = begins.get(words);
        if (known != null) {
            return known;
        }
        Matcher matcher = phrases.matcher(words + " ");
        boolean may = matcher.lookingAt() || matcher.hitEnd();
        if (begins.size() < MOST_KEPT) {
            begins.put(words, may);
        }
        return may;
    }
}
