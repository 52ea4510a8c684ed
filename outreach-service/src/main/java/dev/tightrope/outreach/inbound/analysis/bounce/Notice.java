package dev.tightrope.outreach.inbound.analysis.bounce;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The words of a report, apart from the copy of our mail that may follow them: in that copy neither the reason nor a
 * recipient is looked for.
 *
 * @param words what the reporting server says
 * @param returned what follows: header and text of the returned mail, empty if it was not found in the text
 */
record Notice(String words, String returned) {
    private static final int MOST_CHARS = 60_000;

    /** Fields that only the header of a whole mail has; To, Subject and Sent alone introduce it in Exchange's words. */
    private static final Set<String> TRANSPORT =
            Set.of("received", "return-path", "message-id", "mime-version", "dkim-signature", "x-mailer", "user-agent");

    private static final Pattern FIELD = Pattern.compile("^(?:>[> ]{0,4})?([A-Za-z][A-Za-z0-9-]{1,50}):(?:\\s.*|)$");

    private static final Pattern ANNOUNCEMENT =
            Pattern.compile("(?i)^\\W*(?:(?:this|here|below|following|enclosed|attached|included)\\b.{0,60}\\b(?:copy"
                    + " of|headers? (?:of|from))\\b.{0,40}\\b(?:message|mail)\\b.{0,60}|(?:the )?headers?(?: and .{1,40})?"
                    + " of the (?:original )?(?:message|mail)\\b.{0,60}|(?:the |your )?original (?:message|mail)\\b(?:"
                    + " (?:follows|header|text|body|info|as"
                    + " received).{0,60}|\\W*)|(?:unsent|undelivered|rejected|returned|failed) (?:message|mail)"
                    + " (?:follows|below).{0,40}|(?:the )?(?:message|mail) headers? (?:follows?|is|are).{0,40}|(?:the"
                    + " )?(?:message|mail) (?:that )?(?:you sent )?(?:follows|is"
                    + " below).{0,20}|-{2,}.{0,20}(?:original|returned|unsent) (?:message|mail).{0,40})$");

    static Notice of(String text) {
        String bounded = text.length() > MOST_CHARS ? text.substring(0, MOST_CHARS) : text;
        int header = returnedHeader(bounded);
        int announced = announcement(bounded);
        int cut = announced >= 0 && announced < header ? announced : header;
        return new Notice(bounded.substring(0, cut), bounded.substring(cut));
    }

    private static int announcement(String text) {
        int start = 0;
        while (start < text.length()) {
            int end = endOfLine(text, start);
            if (end - start < 160
                    && ANNOUNCEMENT.matcher(text.substring(start, end)).matches()) {
                return start;
            }
            start = end + 1;
        }
        return -1;
    }

    /** Start of three fields in a row, one of which only a whole mail has; the end of the text if there are none. */
    private static int returnedHeader(String text) {
        int first = -1;
        int count = 0;
        boolean transport = false;
        int start = 0;
        while (start < text.length()) {
            int end = endOfLine(text, start);
            String line = text.substring(start, end);
            var field = FIELD.matcher(line);
            if (field.matches()) {
                first = count++ == 0 ? start : first;
                transport |= TRANSPORT.contains(field.group(1).toLowerCase(Locale.ROOT));
                if (count >= 3 && transport) {
                    return first;
                }
            } else if (count == 0 || (!line.startsWith(" ") && !line.startsWith("\t")) || line.isBlank()) {
                count = 0;
                transport = false;
            }
            start = end + 1;
        }
        return text.length();
    }

    private static int endOfLine(String text, int start) {
        int end = text.indexOf('\n', start);
        return end < 0 ? text.length() : end;
    }
}
