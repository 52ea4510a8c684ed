package dev.tightrope.outreach.inbound.analysis.quotes;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes a mail's body apart: the new text, and every quoted or forwarded message below it. */
public final class Quotes {
    private static final BodyReader READER = new BodyReader(Lexicon.ALL);

    private Quotes() {}

    /** Reads a body of which nothing is known but its subject. */
    public static Conversation read(@Nullable String plain, @Nullable String html, @Nullable String subject) {
        return read(plain, html, new Envelope(subject, null, List.of()));
    }

    /** Reads a body; who the mail came from and went to helps to tell answers from forwards and to complete names. */
    public static Conversation read(@Nullable String plain, @Nullable String html, Envelope envelope) {
        List<Line> lines = html == null ? List.of() : BodyLines.ofHtml(html);
        if (lines.stream().allMatch(Line::blank)) {
            lines = plain == null ? List.of() : BodyLines.ofPlain(plain);
        }
        Conversation read = READER.read(lines, envelope);
        return new Conversation(Banners.cut(read.newText()), read.quoted(), read.evidence());
    }
}
