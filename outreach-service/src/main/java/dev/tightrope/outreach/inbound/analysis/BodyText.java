package dev.tightrope.outreach.inbound.analysis;

import dev.tightrope.outreach.inbound.analysis.mime.Limits;
import dev.tightrope.outreach.inbound.analysis.mime.MimeReader;
import dev.tightrope.outreach.inbound.analysis.mime.Part;
import dev.tightrope.outreach.inbound.analysis.mime.Tnef;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of a message in the forms it has.
 *
 * @param plain text parts that are shown, one after another
 * @param html the same of HTML parts
 */
public record BodyText(@Nullable String plain, @Nullable String html) {
    private static final int MOST_PARTS = 20;

    /** Of the bytes of a message. */
    public static BodyText of(byte[] message) {
        return of(MimeReader.read(message, Limits.DEFAULT).root());
    }

    static BodyText of(Part message) {
        List<String> plain = new ArrayList<>();
        List<String> html = new ArrayList<>();
        message.walkOwn().forEach(part -> collect(part, plain, html));
        if (plain.isEmpty() && html.isEmpty()) {
            message.walkOwn()
                    .filter(Tnef::isOne)
                    .findFirst()
                    .flatMap(Tnef::body)
                    .ifPresent(part -> collect(part, plain, html));
        }
        return new BodyText(joined(plain), joined(html));
    }

    private static void collect(Part part, List<String> plain, List<String> html) {
        boolean ofHtml = part.type().equals("text/html");
        if (part.attachment() || (!ofHtml && !part.type().equals("text/plain"))) {
            return;
        }
        List<String> texts = ofHtml ? html : plain;
        if (texts.size() < MOST_PARTS) {
            String text = part.text();
            if (!text.isBlank()) {
                texts.add(text);
            }
        }
    }

    private static @Nullable String joined(List<String> texts) {
        return texts.isEmpty() ? null : String.join("\n", texts);
    }

    /** The words for rules that read no structure: plain text, or what HTML shows. */
    String words() {
        if (plain != null) {
            return plain;
        }
        return html == null ? "" : ShownText.of(html);
    }
}
