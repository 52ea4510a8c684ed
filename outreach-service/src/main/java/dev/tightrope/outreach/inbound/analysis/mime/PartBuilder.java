package dev.tightrope.outreach.inbound.analysis.mime;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.apache.james.mime4j.stream.ParserCursor;
import org.apache.james.mime4j.stream.RawBody;
import org.apache.james.mime4j.stream.RawFieldParser;
import org.apache.james.mime4j.util.ByteSequence;
import org.apache.james.mime4j.util.ContentUtil;
import org.apache.james.mime4j.util.MimeParameterMapping;
import org.jspecify.annotations.Nullable;

/** A part while it is read. */
final class PartBuilder {
    private static final int MOST_VALUE_BYTES = 100_000;
    private static final int MOST_PARAMETERS = 200;
    private static final int LONGEST_PARAMETER = 1_000;
    private static final RawBody NOTHING =
            RawFieldParser.DEFAULT.parseRawBody(ContentUtil.encode("text/plain"), cursor(10));

    private final List<String> names = new ArrayList<>();
    private final List<byte[]> values = new ArrayList<>();
    private final List<PartBuilder> children = new ArrayList<>();
    private RawBody contentType = NOTHING;
    private RawBody disposition = NOTHING;
    private String type = "text/plain";
    private byte[] content = {};

    PartBuilder child() {
        PartBuilder child = new PartBuilder();
        children.add(child);
        return child;
    }

    /** Whether there was room for the field. */
    boolean field(org.apache.james.mime4j.stream.Field field, int most) {
        if (names.size() >= most) {
            return false;
        }
        byte[] raw = field.getRaw().toByteArray();
        int from = Math.min(raw.length, field.getName().length());
        while (from < raw.length && raw[from++] != ':') {
            // Spaces may stand between the name and its colon.
        }
        byte[] value = new byte[Math.min(MOST_VALUE_BYTES, raw.length - from)];
        System.arraycopy(raw, from, value, 0, value.length);
        String name = field.getName().strip().toLowerCase(Locale.ROOT);
        names.add(name);
        values.add(value);
        if (name.equals("content-type")) {
            contentType = structured(value);
        } else if (name.equals("content-disposition")) {
            disposition = structured(value);
        }
        return true;
    }

    void type(String declared) {
        // A parameter may follow without its semicolon.
        type = declared.strip().toLowerCase(Locale.ROOT).split("\\s", 2)[0];
    }

    void content(byte[] bytes) {
        content = bytes;
    }

    /** Pictures and documents are not read: there is nothing in them for us. */
    boolean worthReading(String declared) {
        String name = declared.toLowerCase(Locale.ROOT);
        return name.startsWith("text/")
                || name.startsWith("message/")
                || name.startsWith("multipart/")
                || winmail()
                || savedMessage();
    }

    /** A message saved as a file and attached, which many programs give no type of its own. */
    private boolean savedMessage() {
        String name = fileName();
        String value = contentType.getValue();
        return name != null
                && value != null
                && name.strip().toLowerCase(Locale.ROOT).endsWith(".eml")
                && value.strip().toLowerCase(Locale.ROOT).startsWith("application/");
    }

    /** Outlook's own wrapping, whatever type a gateway gave it. */
    boolean winmail() {
        return Tnef.isOne(contentType.getValue(), fileName());
    }

    private @Nullable String fileName() {
        String name = parameters(disposition).get("filename");
        return name == null ? parameters(contentType).get("name") : name;
    }

    /** @param saved reads a message that is attached as a file */
    Part build(Function<byte[], Part> saved) {
        Map<String, String> parameters = parameters(contentType);
        List<Part> inside = children.stream().map(child -> child.build(saved)).toList();
        if (savedMessage() && content.length > 0) {
            type = "message/rfc822";
            inside = List.of(saved.apply(content));
        } else if (winmail()) {
            type = Tnef.TYPE;
        } else if (type.startsWith("multipart/") && children.isEmpty()) {
            // Without its boundary it is a text: nothing else can be made of it.
            type = "text/plain";
        } else if (!children.isEmpty() && !type.startsWith("multipart/")) {
            String declared = contentType.getValue().strip().toLowerCase(Locale.ROOT);
            type = declared.startsWith("multipart/") ? declared : "message/rfc822";
        }
        List<Field> fields = new ArrayList<>(names.size());
        for (int i = 0; i < names.size(); i++) {
            fields.add(new Field(names.get(i), value(values.get(i), parameters.get("charset"))));
        }
        return new Part(
                new Fields(fields),
                type,
                parameters,
                disposition == NOTHING ? null : disposition.getValue().strip().toLowerCase(Locale.ROOT),
                content,
                inside);
    }

    /** Unencoded eight-bit text in a header is UTF-8 or in the charset of the body. */
    private static String value(byte[] value, @Nullable String charset) {
        for (byte b : value) {
            if (b < 0 || b == 0x1b) {
                return Texts.oneLine(Texts.unfold(Charsets.decode(value, charset)));
            }
        }
        return Texts.oneLine(Texts.unfold(Charsets.decode(value, null)));
    }

    private static RawBody structured(byte[] value) {
        String text = Texts.unfold(Charsets.decode(value, null)).strip();
        ByteSequence sequence = ContentUtil.encode(StandardCharsets.UTF_8, text);
        return RawFieldParser.DEFAULT.parseRawBody(sequence, cursor(sequence.length()));
    }

    private static ParserCursor cursor(int length) {
        return new ParserCursor(0, length);
    }

    /** Decoding takes time with the square of the length: what is longer is no charset, boundary or name of a file. */
    private static String shortened(String value) {
        return value.length() <= LONGEST_PARAMETER ? value : value.substring(0, LONGEST_PARAMETER);
    }

    private static Map<String, String> parameters(RawBody body) {
        MimeParameterMapping mapping = new MimeParameterMapping();
        body.getParams().stream()
                .filter(pair -> pair.getName() != null && pair.getValue() != null)
                .limit(MOST_PARAMETERS)
                .forEach(pair -> mapping.addParameter(pair.getName(), shortened(pair.getValue())));
        Map<String, String> parameters = new HashMap<>();
        mapping.getParameters()
                .forEach((name, value) -> parameters.put(name.toLowerCase(Locale.ROOT), EncodedWords.decode(value)));
        return parameters;
    }
}
