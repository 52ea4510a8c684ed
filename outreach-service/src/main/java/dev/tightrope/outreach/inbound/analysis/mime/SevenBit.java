package dev.tightrope.outreach.inbound.analysis.mime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Text of all languages in seven bits: UTF-7 (RFC 2152) and HZ (RFC 1843). Java has neither; what is malformed stays as
 * it stands.
 */
final class SevenBit {
    private static final Set<String> UTF_7 =
            Set.of("utf-7", "utf7", "unicode-1-1-utf-7", "unicode-2-0-utf-7", "x-unicode-2-0-utf-7", "csunicode11utf7");
    private static final Set<String> HZ = Set.of("hz-gb-2312", "hz");
    private static final Charset GB = Charset.forName("gb18030");

    private SevenBit() {}

    static boolean knows(@Nullable String charset) {
        String name = charset == null ? "" : charset.strip().toLowerCase(Locale.ROOT);
        return UTF_7.contains(name) || HZ.contains(name);
    }

    static String decode(byte[] bytes, String charset) {
        return HZ.contains(charset.strip().toLowerCase(Locale.ROOT)) ? hz(bytes) : utf7(bytes);
    }

    private static String utf7(byte[] bytes) {
        String source = new String(bytes, StandardCharsets.UTF_8);
        StringBuilder text = new StringBuilder(source.length());
        int i = 0;
        while (i < source.length()) {
            char c = source.charAt(i);
            if (c != '+') {
                text.append(c);
                i++;
                continue;
            }
            int end = i + 1;
            while (end < source.length() && isBase64(source.charAt(end))) {
                end++;
            }
            boolean closed = end < source.length() && source.charAt(end) == '-';
            if (end == i + 1) {
                text.append('+');
            } else {
                text.append(shifted(source.substring(i + 1, end)));
            }
            i = closed ? end + 1 : end;
        }
        return text.toString();
    }

    private static String shifted(String base64) {
        if (base64.length() < 3) {
            // Less than the sixteen bits of a character.
            return "+" + base64;
        }
        try {
            // Bits that fill no character are padding.
            String whole = base64.length() % 4 == 1 ? base64.substring(0, base64.length() - 1) : base64;
            byte[] utf16 = Base64.getDecoder().decode(whole);
            return new String(utf16, 0, utf16.length / 2 * 2, StandardCharsets.UTF_16BE);
        } catch (IllegalArgumentException e) {
            return "+" + base64;
        }
    }

    private static boolean isBase64(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' || c == '/';
    }

    private static String hz(byte[] bytes) {
        ByteArrayOutputStream gb = new ByteArrayOutputStream(bytes.length);
        boolean chinese = false;
        for (int i = 0; i < bytes.length; i++) {
            int c = bytes[i];
            int next = i + 1 < bytes.length ? bytes[i + 1] : 0;
            if (c == '~' && (next == '{' || next == '}' || next == '\n')) {
                chinese = next == '{';
                i++;
            } else if (c == '~' && next == '~' && !chinese) {
                gb.write('~');
                i++;
            } else {
                // No line of Chinese goes on behind its end.
                chinese &= c != '\n';
                gb.write(chinese && c > ' ' ? c | 0x80 : c);
            }
        }
        return gb.toString(GB);
    }
}
