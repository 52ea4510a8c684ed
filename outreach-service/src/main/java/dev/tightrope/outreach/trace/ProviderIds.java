package dev.tightrope.outreach.trace;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The id a mail server gave our mail, said in its answer to the final dot. Some put it in the place of our Message-ID
 * (SES: {@code 250 Ok 0102018f…-000000}, and then {@code <0102018f…-000000@email.amazonses.com>} in what the recipient
 * gets), so that references name it and not ours.
 */
public final class ProviderIds {
    private static final Pattern IN_BRACKETS = Pattern.compile("<([^<>@\\s]{8,200})(?:@[^<>\\s]{1,200})?>");
    private static final Pattern BARE =
            Pattern.compile("(?<![\\w@.=-])(?=[A-Za-z._=-]{0,40}\\d)([A-Za-z0-9][A-Za-z0-9._=-]{15,199})(?![\\w@=-])");

    private ProviderIds() {}

    /** The id in the server's answer, without a domain. */
    public static Optional<String> inReply(String reply) {
        Matcher brackets = IN_BRACKETS.matcher(reply);
        if (brackets.find()) {
            return Optional.of(brackets.group(1));
        }
        Matcher bare = BARE.matcher(reply);
        return bare.find() ? Optional.of(bare.group(1)) : Optional.empty();
    }

    /** What an id is compared by: without brackets and domain. */
    public static String bare(String messageId) {
        String id = messageId.strip();
        id = id.startsWith("<") && id.endsWith(">") ? id.substring(1, id.length() - 1) : id;
        int at = id.indexOf('@');
        return at < 0 ? id : id.substring(0, at);
    }
}
