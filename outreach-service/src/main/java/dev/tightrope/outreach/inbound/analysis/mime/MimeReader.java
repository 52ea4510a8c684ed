package dev.tightrope.outreach.inbound.analysis.mime;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;

/**
 * Reads the bytes of a message into its parts, in one pass over mime4j's tokens: nothing is built beyond the limits, so a
 * message of a hundred thousand parts costs no more than one of a thousand.
 */
public final class MimeReader {
    /** Limits are ours: those of mime4j end the reading instead of the message. */
    private static final MimeConfig LENIENT = new MimeConfig.Builder()
            .setMaxLineLen(-1)
            .setMaxHeaderCount(-1)
            .setMaxHeaderLen(-1)
            .setMaxContentLen(-1)
            .setStrictParsing(false)
            .build();

    private static final Set<String> UUENCODE = Set.of("x-uuencode", "uuencode", "x-uue");

    /** Messages attached as files within one another. */
    private static final int MOST_SAVED = 3;

    private final Limits limits;
    private final MimeTokenStream tokens = new MimeTokenStream(LENIENT, DecodeMonitor.SILENT, null, null);
    private final Deque<PartBuilder> open = new ArrayDeque<>();
    private final Set<String> exceeded = new LinkedHashSet<>();
    private final PartBuilder root = new PartBuilder();
    private int parts;
    private int total;

    private MimeReader(Limits limits) {
        this.limits = limits;
    }

    /** Reads a message. What cannot be read is left out; nothing is thrown. */
    public static MimeMessage read(byte[] message, Limits limits) {
        return read(message, limits, 0);
    }

    private static MimeMessage read(byte[] message, Limits limits, int saved) {
        MimeReader reader = new MimeReader(limits);
        reader.read(message);
        Part root = reader.root.build(content -> {
            if (saved == MOST_SAVED) {
                reader.exceeded.add("depth");
                return Part.EMPTY;
            }
            MimeMessage inside = read(content, limits, saved + 1);
            reader.exceeded.addAll(inside.exceeded());
            return inside.root();
        });
        return new MimeMessage(root, reader.exceeded);
    }

    private void read(byte[] bytes) {
        byte[] message = withLines(bytes);
        int start = start(message);
        int length = message.length - start;
        if (length > limits.bytes()) {
            exceeded.add("size");
            length = limits.bytes();
        }
        tokens.parse(new ByteArrayInputStream(message, start, length));
        try {
            while (step(tokens.getState())) {
                tokens.next();
            }
        } catch (IOException | MimeException | RuntimeException e) {
            // What was read so far stands: a library's slip on hostile bytes must not lose the message.
            exceeded.add("readable");
        }
    }

    /** What was written for an old Macintosh ends its lines with carriage returns alone. */
    private static byte[] withLines(byte[] message) {
        boolean returns = false;
        for (byte b : message) {
            if (b == '\n') {
                return message;
            }
            returns |= b == '\r';
        }
        if (!returns) {
            return message;
        }
        byte[] lines = message.clone();
        for (int i = 0; i < lines.length; i++) {
            lines[i] = lines[i] == '\r' ? (byte) '\n' : lines[i];
        }
        return lines;
    }

    /** Some stores put a mailbox separator or empty lines before the header. */
    private static int start(byte[] message) {
        int start = 0;
        while (start < message.length && (message[start] == '\r' || message[start] == '\n')) {
            start++;
        }
        if (message.length > start + 5 && new String(message, start, 5, StandardCharsets.US_ASCII).equals("From ")) {
            while (start < message.length && message[start] != '\n') {
                start++;
            }
            start = Math.min(start + 1, message.length);
        }
        return start;
    }

    private boolean step(EntityState state) throws IOException {
        switch (state) {
            case T_START_MESSAGE, T_START_BODYPART -> {
                if (++parts > limits.parts()) {
                    exceeded.add("parts");
                    return false;
                }
                open();
            }
            case T_FIELD -> field();
            case T_END_HEADER -> limitDepth();
            // Where the boundary never comes, the preamble is all there is.
            case T_BODY, T_PREAMBLE -> body();
            case T_END_MESSAGE, T_END_BODYPART -> {
                open.removeFirst();
                limitDepth();
            }
            case T_END_OF_STREAM -> {
                return false;
            }
            default -> {
                // Nothing to read in the other states.
            }
        }
        return true;
    }

    private void open() {
        PartBuilder part = open.isEmpty() ? root : open.getFirst().child();
        open.addFirst(part);
    }

    private void limitDepth() {
        boolean deep = open.size() >= limits.depth();
        if (deep) {
            exceeded.add("depth");
        }
        tokens.setRecursionMode(deep ? RecursionMode.M_FLAT : RecursionMode.M_RECURSE);
    }

    private void field() {
        if (!open.getFirst().field(tokens.getField(), limits.fields())) {
            exceeded.add("fields");
        }
    }

    private void body() throws IOException {
        PartBuilder part = open.getFirst();
        String type = tokens.getBodyDescriptor().getMimeType();
        part.type(type);
        if (!part.worthReading(type)) {
            return;
        }
        int most = Math.min(part.winmail() ? limits.totalBytes() : limits.partBytes(), limits.totalBytes() - total);
        byte[] content;
        try (InputStream in = decoded()) {
            content = in.readNBytes(Math.max(0, most));
            if (content.length == most && in.read() >= 0) {
                exceeded.add("content");
            }
        }
        total += content.length;
        part.content(content);
    }

    /** mime4j decodes what MIME names; the older uuencode is Jakarta Mail's. */
    private InputStream decoded() throws IOException {
        String encoding =
                String.valueOf(tokens.getBodyDescriptor().getTransferEncoding()).strip();
        if (!UUENCODE.contains(encoding.toLowerCase(Locale.ROOT))) {
            return tokens.getDecodedInputStream();
        }
        byte[] raw = tokens.getInputStream().readNBytes(2 * limits.partBytes());
        try (InputStream in = MimeUtility.decode(new ByteArrayInputStream(raw), "x-uuencode")) {
            return new ByteArrayInputStream(in.readNBytes(limits.partBytes()));
        } catch (IOException | MessagingException e) {
            return new ByteArrayInputStream(raw);
        }
    }
}
