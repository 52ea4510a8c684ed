package dev.tightrope.voicemail.speech;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One text as it is read aloud. What is not understood for certain, with all signs that touch it, is left as it is
 * written: a rep can read "737-800", and must never be given another figure.
 */
final class Reading {
    private static final Pattern DASH = Pattern.compile(Rule.DASH + "(?=[€$£]?\\d)");

    private final String text;
    private final SpeechLanguage language;
    private final List<Rule> anywhere;
    private final Map<Pattern, Matcher> matchers = new HashMap<>();

    /** Some of the text and how it is said. */
    private record Part(String words, int end) {}

    Reading(String text, SpeechLanguage language, List<Rule> anywhere) {
        this.text = text;
        this.language = language;
        this.anywhere = anywhere;
    }

    String aloud() {
        StringBuilder said = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            Part part = part(at);
            if (part == null) {
                said.append(text.charAt(at++));
            } else {
                said.append(part.words);
                at = part.end;
            }
        }
        return said.toString();
    }

    private @Nullable Part part(int at) {
        Part name = first(anywhere, at);
        if (name != null || !at(Rule.START, at).lookingAt()) {
            return name;
        }
        Part figure = figureOrRange(at);
        return figure == null ? signed(at) : figure;
    }

    private @Nullable Part signed(int at) {
        Part sign = first(language.signs(), at);
        Part figure = sign == null ? null : figureOrRange(sign.end);
        return sign == null || figure == null ? null : new Part(sign.words + " " + figure.words, figure.end);
    }

    private @Nullable Part figureOrRange(int at) {
        Part left = first(language.rules(), at);
        if (left == null || !at(DASH, left.end).lookingAt()) {
            return left;
        }
        Part right = first(language.rules(), left.end + 1);
        if (right == null || at(DASH, right.end).lookingAt()) {
            return null;
        }
        Range range = new Range(
                text.substring(at, left.end), text.charAt(left.end), text.substring(left.end + 1, right.end), language);
        return range.isOne() ? new Part(left.words + " " + language.word("to") + " " + right.words, right.end) : null;
    }

    private @Nullable Part first(List<Rule> rules, int at) {
        for (Rule rule : rules) {
            Matcher matcher = at(rule.pattern(), at);
            if (matcher.lookingAt() && matcher.end() > at) {
                int end = matcher.end();
                String words = rule.words().apply(new Found(matcher, text));
                if (words != null) {
                    return new Part(words, end);
                }
            }
        }
        return null;
    }

    private Matcher at(Pattern pattern, int at) {
        return matchers.computeIfAbsent(
                        pattern,
                        any -> any.matcher(text).useTransparentBounds(true).useAnchoringBounds(false))
                .region(at, text.length());
    }
}
