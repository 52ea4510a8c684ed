package dev.tightrope.voicemail.recording;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Tiny files of every kind, byte for byte as their specifications say. */
final class AudioFiles {
    private static final int SIZE_NOT_TOLD = 0xFF;

    private AudioFiles() {}

    /** A tenth of a second of silence, 8 kHz, 16 bits, one channel. */
    static byte[] wav() {
        int data = 1600;
        return ByteBuffer.allocate(44 + data)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(ascii("RIFF"))
                .putInt(36 + data)
                .put(ascii("WAVEfmt "))
                .putInt(16)
                .putShort((short) 1)
                .putShort((short) 1)
                .putInt(8000)
                .putInt(16_000)
                .putShort((short) 2)
                .putShort((short) 16)
                .put(ascii("data"))
                .putInt(data)
                .array();
    }

    /** Three frames of MPEG 1 layer III at 128 kbit/s and 44.1 kHz. */
    static byte[] mp3() {
        byte[] frame = new byte[417];
        System.arraycopy(new byte[] {(byte) 0xFF, (byte) 0xFB, (byte) 0x90, 0x00}, 0, frame, 0, 4);
        return join(frame, frame, frame);
    }

    /** Three frames of MPEG 2 layer III at 64 kbit/s and 22.05 kHz. */
    static byte[] mp3OfHalfTheRate() {
        byte[] frame = new byte[208];
        System.arraycopy(new byte[] {(byte) 0xFF, (byte) 0xF3, (byte) 0x80, 0x00}, 0, frame, 0, 4);
        return join(frame, frame, frame);
    }

    /** Odd chunks are followed by a byte that they do not count. */
    static byte[] wavWithOddChunk() {
        byte[] wav = wav();
        return join(Arrays.copyOf(wav, 36), ascii("LIST\3\0\0\0abc\0"), Arrays.copyOfRange(wav, 36, wav.length));
    }

    /** Two frames of AAC at 44.1 kHz, each of a header and a byte. */
    static byte[] aac() {
        byte[] frame = {(byte) 0xFF, (byte) 0xF1, 0x50, (byte) 0x80, 0x01, 0x1F, (byte) 0xFC, 0};
        return join(frame, frame);
    }

    /** An ID3v2.4 tag of ten bytes and a header, and what follows it. */
    static byte[] id3(byte[] behind) {
        return join(ascii("ID3\4\0\0\0\0\0\12"), new byte[10], behind);
    }

    /** The same with a footer of ten bytes behind the tag. */
    static byte[] id3WithFooter(byte[] behind) {
        return join(ascii("ID3\4\0\20\0\0\0\12"), new byte[10], ascii("3DI\4\0\20\0\0\0\12"), behind);
    }

    /** With a track of each kind, behind the media data, as recorders write it. */
    static byte[] mp4(String... handlers) {
        byte[][] tracks = new byte[handlers.length][];
        for (int i = 0; i < handlers.length; i++) {
            byte[] handler = box("hdlr", join(new byte[8], ascii(handlers[i]), new byte[13]));
            tracks[i] =
                    box("trak", join(box("tkhd", new byte[84]), box("mdia", join(box("mdhd", new byte[24]), handler))));
        }
        return join(
                box("ftyp", ascii("M4A \0\0\0\0M4A mp42")),
                box("mdat", new byte[64]),
                box("moov", join(box("mvhd", new byte[100]), join(tracks))));
    }

    /** What describes the tracks tells its size in eight bytes. */
    static byte[] mp4OfLargeSizes(String handler) {
        byte[] small = mp4(handler);
        int moov = new String(small, ISO_8859_1).indexOf("moov");
        byte[] content = Arrays.copyOfRange(small, moov + 4, small.length);
        byte[] header = ByteBuffer.allocate(16)
                .putInt(1)
                .put(ascii("moov"))
                .putLong(16 + content.length)
                .array();
        return join(Arrays.copyOf(small, moov - 4), header, content);
    }

    /** One stream for each codec's first packet. */
    static byte[] ogg(String... firstPackets) {
        byte[] file = new byte[0];
        for (String packet : firstPackets) {
            file = join(file, page(2, ascii(packet + "\0\0\0\0\0\0\0\0")));
        }
        return join(file, page(0, new byte[100]));
    }

    /** As a browser records it: the size of segment and cluster are not told. Type 1 is video, 2 audio. */
    static byte[] webm(int type, String codec) {
        byte[] header = element(0x1A45DFA3L, 4, element(0x4282, 2, ascii("webm")));
        return join(
                header,
                id(0x18538067L, 4),
                new byte[] {(byte) SIZE_NOT_TOLD},
                element(0x1549A966L, 4, element(0x4D80, 2, ascii("recorder"))),
                webmTracks(type, codec),
                id(0x1F43B675L, 4),
                new byte[] {(byte) SIZE_NOT_TOLD},
                element(0xE7, 1, new byte[] {0}));
    }

    static byte[] webmTracks(int type, String codec) {
        byte[] track = element(
                0xAE,
                1,
                join(
                        element(0xD7, 1, new byte[] {1}),
                        element(0x83, 1, new byte[] {(byte) type}),
                        element(0x86, 1, ascii(codec))));
        return element(0x1654AE6BL, 4, track);
    }

    /** A track in a track in a track, each with its size. */
    static byte[] webmTracksNested(int depth) {
        ByteBuffer tracks =
                ByteBuffer.allocate(12 + 5 * depth).put(id(0x1654AE6BL, 4)).putLong(1L << 56 | 5L * depth);
        for (int left = depth - 1; left >= 0; left--) {
            tracks.put((byte) 0xAE).putInt(1 << 28 | 5 * left);
        }
        return tracks.array();
    }

    /** STREAMINFO, padding, and the start of a frame. */
    static byte[] flac() {
        return flac(34);
    }

    static byte[] flac(int streamInfo) {
        return join(
                ascii("fLaC\0\0\0" + (char) streamInfo),
                new byte[streamInfo],
                new byte[] {(byte) 0x81, 0, 0, 4},
                new byte[4],
                new byte[] {(byte) 0xFF, (byte) 0xF8, (byte) 0xC9, 0x18, 0, 0});
    }

    /** Two frames of 12.2 kbit/s. */
    static byte[] amr() {
        byte[] frame = new byte[32];
        frame[0] = 0x3C;
        return join(ascii("#!AMR\n"), frame, frame);
    }

    /** Two frames of 6.6 kbit/s. */
    static byte[] amrWide() {
        byte[] frame = new byte[18];
        frame[0] = 0x04;
        return join(ascii("#!AMR-WB\n"), frame, frame);
    }

    static byte[] ascii(String text) {
        return text.getBytes(ISO_8859_1);
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] box(String name, byte[] content) {
        return join(ByteBuffer.allocate(4).putInt(8 + content.length).array(), ascii(name), content);
    }

    private static byte[] page(int flags, byte[] packet) {
        ByteBuffer header =
                ByteBuffer.allocate(28).order(ByteOrder.LITTLE_ENDIAN).put(ascii("OggS"));
        return join(
                header.put((byte) 0)
                        .put((byte) flags)
                        .putLong(0)
                        .putInt(1)
                        .putInt(0)
                        .putInt(0)
                        .put((byte) 1)
                        .put((byte) packet.length)
                        .array(),
                packet);
    }

    private static byte[] element(long id, int idLength, byte[] content) {
        return join(id(id, idLength), new byte[] {(byte) (0x80 | content.length)}, content);
    }

    private static byte[] id(long id, int length) {
        byte[] eight = ByteBuffer.allocate(8).putLong(id).array();
        byte[] bytes = new byte[length];
        System.arraycopy(eight, 8 - length, bytes, 0, length);
        return bytes;
    }
}
