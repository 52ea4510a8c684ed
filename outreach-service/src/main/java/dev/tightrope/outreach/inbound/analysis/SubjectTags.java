package dev.tightrope.outreach.inbound.analysis;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words that gateways and lists put in front of a subject, such as {@code [EXTERNAL]}, {@code ***SPAM***} or a list's name:
 * what programs put there, {@code Re:} and {@code Fwd:}, stands behind them.
 */
public final class SubjectTags {
    private static final int MOST = 4;

    private static final Pattern TAG = Pattern.compile(
            "(?iU)\\s{0,20}(?:\\[[^\\[\\]:：]{1,40}\\]|\\{[^{}:]{1,40}\\}|\\*{1,5}[^*:]{1,30}\\*{1,5}|<(?:ext|external|extern|spam)>"
                    + "|\\((?:ext|external|extern|spam)[^()]{0,20}\\)|(?:ext|external|extern|externe mail|external e-?mail|caution|spam|possible spam|suspected spam|bulk)\\s?[:：])\\s{0,20}");

    private SubjectTags() {}

    /** The subject behind them. */
    public static String without(String subject) {
        Matcher tag = TAG.matcher(subject);
        int end = 0;
        for (int i = 0; i < MOST && tag.region(end, subject.length()).lookingAt(); i++) {
            end = tag.end();
        }
        return subject.substring(end);
    }
}
