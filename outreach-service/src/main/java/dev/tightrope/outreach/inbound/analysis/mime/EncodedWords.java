package dev.tightrope.outreach.inbound.analysis.mime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Decodes RFC 2047 words as mail has them: inside quotes, without spaces around, with spaces inside, with a character cut
 * in two by the end of a word (the bytes of neighbours are joined before they are decoded).
 */
final class EncodedWords {
    private static final Pattern WORD =
            Pattern.compile("=\\?([^?\\s*]{1,40})(?:\\*[^?\\s]{0,20})?\\?([bBqQ])\\?([^?]{0,2000})\\?=");

    private EncodedWords() {}

    /** Where the word that begins at a position ends; the position itself if none begins there. */
    static int end(String value, int from) {
        Matcher word = WORD.matcher(value).region(from, value.length());
        return value.startsWith("=?", from) && word.lookingAt() ? word.end() : from;
    }

    static String decode(String value) {
        if (!value.contains("=?")) {
            return Texts.oneLine(value);
        }
        StringBuilder text = new StringBuilder();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String charset = null;
        int end = 0;
        Matcher word = WORD.matcher(value);
        while (word.find()) {
            String between = value.substring(end, word.start());
            boolean joined = charset != null && between.isBlank();
            if (!joined || !word.group(1).equalsIgnoreCase(charset)) {
                flush(text, bytes, charset);
            }
            if (!joined) {
                text.append(between);
            }
            charset = word.group(1).toLowerCase(Locale.ROOT);
            bytes.writeBytes(bytes(word.group(2), word.group(3)));
            end = word.end();
        }
        flush(text, bytes, charset);
        return Texts.oneLine(text.append(value, end, value.length()).toString());
    }

    private static void flush(StringBuilder text, ByteArrayOutputStream bytes, @Nullable String charset) {
        if (bytes.size() > 0) {
            text.append(Charsets.decode(bytes.toByteArray(), charset));
            bytes.reset();
        }
    }

    private static byte[] bytes(String encoding, String encoded) {
        if (encoding.equalsIgnoreCase("b")) {
            try {
                return Base64.getMimeDecoder().decode(encoded.replace("=", ""));
            } catch (IllegalArgumentException e) {
                return encoded.getBytes(StandardCharsets.UTF_8);
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < encoded.length(); i++) {
            char c = encoded.charAt(i);
            int high = c == '=' && i + 2 < encoded.length() ? Character.digit(encoded.charAt(i + 1), 16) : -1;
            int low = high >= 0 ? Character.digit(encoded.charAt(i + 2), 16) : -1;
            if (low >= 0) {
                bytes.write(high << 4 | low);
                i += 2;
            } else {
                bytes.writeBytes((c == '_' ? " " : String.valueOf(c)).getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
