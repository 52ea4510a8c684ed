package dev.tightrope.outreach.inbound.analysis.mime;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
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
        MimeReader reader = new MimeReader(limits);
        reader.read(message);
        return new MimeMessage(reader.root.build(), reader.exceeded);
    }

    private void read(byte[] message) {
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
        try (InputStream in = tokens.getDecodedInputStream()) {
            content = in.readNBytes(Math.max(0, most));
            if (content.length == most && in.read() >= 0) {
                exceeded.add("content");
            }
        }
        total += content.length;
        part.content(content);
    }
}
