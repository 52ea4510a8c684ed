package dev.tightrope.outreach.inbound.analysis.bounce;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The codes of an SMTP answer found in words.
 *
 * @param reply three digits (RFC 5321)
 * @param status enhanced status code (RFC 3463)
 */
record SmtpCodes(@Nullable String reply, @Nullable String status) {
    static final SmtpCodes NONE = new SmtpCodes(null, null);

    /** Subject 0 to 7 (RFC 3463): "Exim 4.99.5" is no status; nor is part of a longer dotted number. */
    private static final Pattern STATUS = Pattern.compile("(?<![\\w.])([245]\\.[0-7]\\.\\d{1,3})(?![\\d]|\\.\\d)");

    /** Beside each other and of one class: "554 4.4.7" is the reporter's own, and what it wraps is the reason. */
    private static final Pattern BOTH =
            Pattern.compile("(?<![\\w.])(?:(4[0-57]\\d)[ \\-:#(']{1,3}(?:4[0-57]\\d[ -])?(4\\.[0-7]\\.\\d{1,3})"
                    + "|(5[0-57]\\d)[ \\-:#(']{1,3}(?:5[0-57]\\d[ -])?(5\\.[0-7]\\.\\d{1,3}))(?![\\d]|\\.\\d)");

    private static final Pattern REPLY = Pattern.compile(
            "(?:^|[\\s:;(<>\\[\"'=,])((?:4[2-5]\\d|471|5[0-57]\\d))(?:[- :;,)>\\]\"'.](?![\\d]*\\.\\d)|$)",
            Pattern.MULTILINE);

    /** Words before a number that make it a version, a size, a port or a count. */
    private static final Pattern VERSION_BEFORE = Pattern.compile(
            "(?i)(?:\\b(?:v|ver|version|release|build|port|line|size|id|lines|page|of|after|for|smtp32|exim|postfix"
                    + "|sendmail|qmail|courier|zimbra|mdaemon|mimedefang|amavisd(?:-new)?|spamassassin|exchange|domino|notes)["
                    + " /:#(v]{0,3}|/)$");

    /** Words behind a number that make it a count. */
    private static final Pattern COUNT_BEHIND = Pattern.compile(
            "(?i)^[ -]?(?:bytes|kb|mb|k|hours?|days?|minutes?|seconds?|lines|times|messages|recipients)\\b");

    /** The codes a text gives as the reason. A reply and a status beside each other are surest. */
    static SmtpCodes find(String text) {
        Matcher both = BOTH.matcher(text);
        if (both.find()) {
            return both.group(1) != null
                    ? new SmtpCodes(both.group(1), both.group(2))
                    : new SmtpCodes(both.group(3), both.group(4));
        }
        return new SmtpCodes(reply(text), status(text));
    }

    static @Nullable String status(String text) {
        Matcher status = STATUS.matcher(text);
        while (status.find()) {
            if (!status.group(1).startsWith("2") && !isVersion(text, status.start(1))) {
                return status.group(1);
            }
        }
        return null;
    }

    /** The code in a Status field, which may hold a comment or a class alone. */
    static @Nullable String statusField(String field) {
        Matcher status =
                Pattern.compile("(?<![\\d.])([245])\\.(\\d{1,3})\\.(\\d{1,3})").matcher(field);
        return status.find() ? status.group() : null;
    }

    private static @Nullable String reply(String text) {
        Matcher reply = REPLY.matcher(text);
        while (reply.find()) {
            int end = reply.end(1);
            if (!isVersion(text, reply.start(1))
                    && !COUNT_BEHIND
                            .matcher(text.substring(end, Math.min(text.length(), end + 14)))
                            .find()) {
                return reply.group(1);
            }
        }
        return null;
    }

    private static boolean isVersion(String text, int start) {
        return VERSION_BEFORE
                .matcher(text.substring(Math.max(0, start - 20), start))
                .find();
    }

    /** Whether a server said both, so that neither is the reporter's guess. */
    boolean complete() {
        return reply != null && status != null && reply.charAt(0) == status.charAt(0);
    }

    String text() {
        return ((reply == null ? "" : reply) + " " + (status == null ? "" : status)).strip();
    }

    SmtpCodes or(SmtpCodes other) {
        return new SmtpCodes(reply == null ? other.reply : reply, status == null ? other.status : status);
    }
}
