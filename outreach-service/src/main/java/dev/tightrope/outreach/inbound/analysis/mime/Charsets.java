package dev.tightrope.outreach.inbound.analysis.mime;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns bytes into text where the declared charset may be missing, unknown, too narrow or plainly wrong. */
final class Charsets {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    /** What senders declare, and what they mean: supersets and old names. */
    private static final Map<String, String> MEANT = Map.ofEntries(
            Map.entry("iso-8859-1", "windows-1252"),
            Map.entry("latin1", "windows-1252"),
            Map.entry("iso8859-1", "windows-1252"),
            Map.entry("us-ascii", "utf-8"),
            Map.entry("ascii", "utf-8"),
            Map.entry("ansi_x3.4-1968", "utf-8"),
            Map.entry("utf8", "utf-8"),
            Map.entry("unicode-1-1-utf-8", "utf-8"),
            Map.entry("iso-8859-8-i", "iso-8859-8"),
            Map.entry("iso-8859-9", "windows-1254"),
            Map.entry("gb2312", "gb18030"),
            Map.entry("gbk", "gb18030"),
            Map.entry("x-gbk", "gb18030"),
            Map.entry("macintosh", "x-macroman"),
            Map.entry("mac-roman", "x-macroman"),
            Map.entry("x-mac-roman", "x-macroman"),
            Map.entry("x-mac-cyrillic", "x-maccyrillic"),
            Map.entry("x-mac-ce", "x-maccentraleurope"),
            Map.entry("x-big5", "big5"),
            Map.entry("ks_c_5601-1987", "x-windows-949"),
            Map.entry("euc-kr", "x-windows-949"),
            Map.entry("shift_jis", "windows-31j"),
            Map.entry("iso-2022-jp", "x-windows-iso2022jp"),
            Map.entry("cp-850", "ibm850"));

    /** What is taken for one another within a language. */
    private static final Map<String, List<String>> NEIGHBOURS = Map.of(
            "x-windows-iso2022jp", List.of("utf-8", "euc-jp", "windows-31j"),
            "windows-31j", List.of("utf-8", "euc-jp"),
            "euc-jp", List.of("utf-8", "windows-31j"),
            "gb18030", List.of("utf-8", "big5"),
            "big5", List.of("utf-8", "gb18030"));

    private Charsets() {}

    /** Decodes bytes; malformed ones become U+FFFD. */
    static String decode(byte[] bytes, @Nullable String declared) {
        if (declared != null && SevenBit.knows(declared)) {
            return SevenBit.decode(bytes, declared);
        }
        Charset charset = named(declared);
        if (charset == null || charset == StandardCharsets.UTF_8 || charset == WINDOWS_1252) {
            // Eight-bit text that is valid UTF-8 is UTF-8, whatever was declared; by chance it hardly ever is.
            String utf8 = strictly(bytes, StandardCharsets.UTF_8);
            if (utf8 != null) {
                return charset == null && utf8.contains("\u001b$") ? lenient(bytes, "x-windows-iso2022jp") : utf8;
            }
            return new String(bytes, WINDOWS_1252);
        }
        String exact = strictly(bytes, charset);
        if (exact != null) {
            return exact;
        }
        for (String other : NEIGHBOURS.getOrDefault(charset.name().toLowerCase(Locale.ROOT), List.of("utf-8"))) {
            String text = strictly(bytes, Charset.forName(other));
            if (text != null) {
                return text;
            }
        }
        return new String(bytes, charset);
    }

    static @Nullable Charset named(@Nullable String declared) {
        if (declared == null) {
            return null;
        }
        String name = declared.strip().toLowerCase(Locale.ROOT);
        if (name.equals("utf-8")) {
            return StandardCharsets.UTF_8;
        }
        try {
            return Charset.forName(MEANT.getOrDefault(name, name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return null;
        }
    }

    private static String lenient(byte[] bytes, String name) {
        Charset charset = named(name);
        return new String(bytes, charset == null ? StandardCharsets.UTF_8 : charset);
    }

    private static @Nullable String strictly(byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
