package dev.tightrope.outreach.inbound.analysis.mime;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes a winmail.dat with one MAPI property, as MS-OXTNEF lays it out. */
final class WinmailDat {
    private static final int BODY_HTML = 0x1013;
    private static final int BODY = 0x1000;
    private static final int RTF_COMPRESSED = 0x1009;

    private WinmailDat() {}

    static byte[] html(String html) {
        return withProperty(0x0102, BODY_HTML, html.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] plain(String text) {
        return withProperty(0x001e, BODY, (text + "\0").getBytes(StandardCharsets.ISO_8859_1));
    }

    /** The attribute attBody, which older programs write instead of a property. */
    static byte[] attributeAlone(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(little(6).putInt(0x223e9f78).putShort((short) 1).array());
        out.writeBytes(attribute(0x0002800c, (text + "\0").getBytes(StandardCharsets.ISO_8859_1)));
        return out.toByteArray();
    }

    /** Stored as {@code MELA}: not compressed. */
    static byte[] rtf(String rtf) {
        byte[] text = rtf.getBytes(StandardCharsets.ISO_8859_1);
        ByteBuffer stream = little(16 + text.length);
        stream.putInt(12 + text.length)
                .putInt(text.length)
                .putInt(0x414c454d)
                .putInt(0)
                .put(text);
        return withProperty(0x0102, RTF_COMPRESSED, stream.array());
    }

    private static byte[] withProperty(int type, int id, byte[] value) {
        int padded = (value.length + 3) / 4 * 4;
        ByteBuffer properties = little(16 + padded);
        properties
                .putInt(1)
                .putShort((short) type)
                .putShort((short) id)
                .putInt(1)
                .putInt(value.length)
                .put(value);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(little(6).putInt(0x223e9f78).putShort((short) 1).array());
        out.writeBytes(attribute(0x00069003, properties.array()));
        return out.toByteArray();
    }

    /** Level, id, length, data, checksum. */
    private static byte[] attribute(int id, byte[] data) {
        int sum = 0;
        for (byte b : data) {
            sum += b & 0xff;
        }
        ByteBuffer attribute = little(11 + data.length);
        attribute.put((byte) 1).putInt(id).putInt(data.length).put(data).putShort((short) sum);
        return attribute.array();
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
