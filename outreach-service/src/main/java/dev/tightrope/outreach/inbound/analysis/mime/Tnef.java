package dev.tightrope.outreach.inbound.analysis.mime;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.hmef.HMEFMessage;
import org.apache.poi.hmef.attribute.MAPIAttribute;
import org.apache.poi.hmef.attribute.MAPIRtfAttribute;
import org.apache.poi.hmef.attribute.MAPIStringAttribute;
import org.apache.poi.hmef.attribute.TNEFAttribute;
import org.apache.poi.hmef.attribute.TNEFProperty;
import org.apache.poi.hsmf.datatypes.MAPIProperty;
import org.jspecify.annotations.Nullable;

/** Outlook's {@code winmail.dat} (MS-OXTNEF): the body a message keeps there when it has no other. */
public final class Tnef {
    static final String TYPE = "application/ms-tnef";

    private Tnef() {}

    static boolean isOne(@Nullable String type, @Nullable String fileName) {
        String name = type == null ? "" : type.strip().toLowerCase(Locale.ROOT);
        return name.equals(TYPE)
                || name.equals("application/vnd.ms-tnef")
                || (fileName != null && fileName.strip().equalsIgnoreCase("winmail.dat"));
    }

    /** Whether the part is a {@code winmail.dat}. */
    public static boolean isOne(Part part) {
        return part.type().equals(TYPE);
    }

    /** The body inside, as a part of its own. */
    public static Optional<Part> body(Part tnef) {
        try {
            HMEFMessage message = new HMEFMessage(new ByteArrayInputStream(tnef.content()));
            MAPIAttribute html = message.getMessageMAPIAttribute(MAPIProperty.BODY_HTML);
            if (html != null && html.getData().length > 0) {
                return Optional.of(part("text/html", html.getData(), null));
            }
            MAPIAttribute plain = message.getMessageMAPIAttribute(MAPIProperty.BODY);
            if (plain instanceof MAPIStringAttribute text
                    && !text.getDataString().isBlank()) {
                return Optional.of(part("text/plain", utf8(text.getDataString()), "utf-8"));
            }
            MAPIAttribute rtf = message.getMessageMAPIAttribute(MAPIProperty.RTF_COMPRESSED);
            if (rtf instanceof MAPIRtfAttribute compressed) {
                RtfBody body = RtfBody.of(compressed.getData());
                return Optional.of(part(body.html() ? "text/html" : "text/plain", utf8(body.text()), "utf-8"));
            }
            TNEFAttribute text = message.getMessageAttribute(TNEFProperty.ID_BODY);
            return text == null ? Optional.empty() : Optional.of(part("text/plain", text.getData(), null));
        } catch (IOException | RuntimeException e) {
            // Broken or hostile: the message is read without it.
            return Optional.empty();
        }
    }

    private static Part part(String type, byte[] content, @Nullable String charset) {
        Map<String, String> parameters = charset == null ? Map.of() : Map.of("charset", charset);
        return new Part(Fields.NONE, type, parameters, null, content, List.of());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
