package dev.tightrope.outreach.inbound.analysis.mime;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One entity of a message: the message itself, a multipart, a text, an attachment, or a message inside it. */
public final class Part {
    private static final Pattern META_CHARSET =
            Pattern.compile("<meta[^>]{0,200}charset\\s{0,5}=\\s{0,5}[\"']?([\\w-]{2,40})", Pattern.CASE_INSENSITIVE);

    /** A message of which nothing was read. */
    static final Part EMPTY = new Part(Fields.NONE, "text/plain", Map.of(), null, new byte[0], List.of());

    private final Fields fields;
    private final String type;
    private final Map<String, String> parameters;
    private final @Nullable String disposition;
    private final byte[] content;
    private final List<Part> children;

    Part(
            Fields fields,
            String type,
            Map<String, String> parameters,
            @Nullable String disposition,
            byte[] content,
            List<Part> children) {
        this.fields = fields;
        this.type = type;
        this.parameters = parameters;
        this.disposition = disposition;
        this.content = content;
        this.children = children;
    }

    /** Its header fields. */
    public Fields fields() {
        return fields;
    }

    /** Media type in lower case, {@code text/plain} where none or nonsense is declared. */
    public String type() {
        return type;
    }

    /** A parameter of Content-Type (RFC 2231), name in lower case. */
    public @Nullable String parameter(String name) {
        return parameters.get(name);
    }

    /** Whether it is meant to be saved, not shown. */
    public boolean attachment() {
        return "attachment".equals(disposition);
    }

    /** Parts of a multipart, or the one message inside a {@code message/rfc822}. */
    public List<Part> children() {
        return children;
    }

    /** Decoded content of a part without children, as far as the limits let it be read. */
    public byte[] content() {
        return content.clone();
    }

    /** The content as text, with line feeds; the charset is guessed where the declared one does not fit. */
    public String text() {
        String charset = parameters.get("charset");
        if (type.equals("text/html") && Charsets.named(charset) == null && !SevenBit.knows(charset)) {
            Matcher meta = META_CHARSET.matcher(
                    new String(content, 0, Math.min(content.length, 2_000), StandardCharsets.ISO_8859_1));
            charset = meta.find() ? meta.group(1) : charset;
        }
        return Texts.lines(Charsets.decode(content, charset));
    }

    /** This part and everything in it, in the order of the message. */
    public Stream<Part> walk() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(Part::walk));
    }

    /** As {@link #walk()}, without what messages inside it hold. */
    public Stream<Part> walkOwn() {
        return type.equals("message/rfc822")
                ? Stream.of(this)
                : Stream.concat(Stream.of(this), children.stream().flatMap(Part::walkOwn));
    }
}
