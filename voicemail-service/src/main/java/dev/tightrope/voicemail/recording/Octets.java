package dev.tightrope.voicemail.recording;

import java.nio.charset.StandardCharsets;

/** A file's bytes, asked for at places that a hostile file may name beyond its end. */
record Octets(byte[] bytes) {
    int length() {
        return bytes.length;
    }

    /** One byte, unsigned; -1 where there is none. */
    int at(long place) {
        return place < 0 || place >= bytes.length ? -1 : bytes[(int) place] & 0xFF;
    }

    boolean says(long place, String ascii) {
        byte[] expected = ascii.getBytes(StandardCharsets.ISO_8859_1);
        for (int i = 0; i < expected.length; i++) {
            if (at(place + i) != (expected[i] & 0xFF)) {
                return false;
            }
        }
        return true;
    }

    /** Unsigned, most significant byte first, at most seven bytes; -1 where they are not all there. */
    long number(long place, int count) {
        long value = 0;
        for (int i = 0; i < count; i++) {
            int octet = at(place + i);
            if (octet < 0) {
                return -1;
            }
            value = value << 8 | octet;
        }
        return value;
    }

    /** As {@link #number}, four bytes, least significant first. */
    long littleEndian(long place) {
        long value = number(place, 4);
        return value < 0 ? -1 : Integer.toUnsignedLong(Integer.reverseBytes((int) value));
    }

    String text(long place, int count) {
        int from = (int) Math.max(0, Math.min(place, bytes.length));
        return new String(bytes, from, Math.max(0, Math.min(count, bytes.length - from)), StandardCharsets.ISO_8859_1);
    }
}
