package dev.tightrope.voicemail.recording;

/** Tags in front of the frames, which players skip (ID3v2.4, 3.1). */
final class Id3Tags {
    private static final int FOOTER = 0x10;
    /** What encoders leave between a tag and the first frame. */
    private static final int MOST_PADDING = 4096;

    private Id3Tags() {}

    /** Where the frames begin. */
    static long end(Octets octets) {
        long place = 0;
        while (octets.says(place, "ID3")) {
            int footer = (octets.at(place + 5) & FOOTER) != 0 ? 10 : 0;
            place += 10 + size(octets, place + 6) + footer;
        }
        for (int padding = 0; place > 0 && padding < MOST_PADDING && octets.at(place) == 0; padding++) {
            place++;
        }
        return place;
    }

    /** Four times seven bits. */
    private static long size(Octets octets, long place) {
        long size = 0;
        for (int i = 0; i < 4; i++) {
            size = size << 7 | Math.max(0, octets.at(place + i)) & 0x7F;
        }
        return size;
    }
}
