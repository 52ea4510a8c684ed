package dev.tightrope.voicemail.recording;

/** The frames of an AMR file, one channel; what is no frame to the last byte is no recording (RFC 4867, 5). */
final class AmrFrames {
    private static final int[] NARROW = {12, 13, 15, 17, 19, 20, 26, 31, 5, -1, -1, -1, -1, -1, -1, 0};
    private static final int[] WIDE = {17, 23, 32, 36, 40, 46, 50, 58, 60, 5, -1, -1, -1, -1, 0, 0};
    private static final int PADDING_BITS = 0x83;

    private AmrFrames() {}

    static FoundAudio in(Octets octets) {
        if (octets.says(0, "#!AMR\n") && areFrames(octets, 6, NARROW)) {
            return FoundAudio.of(AudioType.AMR);
        }
        return octets.says(0, "#!AMR-WB\n") && areFrames(octets, 9, WIDE)
                ? FoundAudio.of(AudioType.AMR_WB)
                : FoundAudio.NOTHING;
    }

    private static boolean areFrames(Octets octets, long first, int[] sizes) {
        long place = first;
        while (place < octets.length()) {
            int header = octets.at(place);
            int size = sizes[header >> 3 & 15];
            if ((header & PADDING_BITS) != 0 || size < 0) {
                return false;
            }
            place += 1 + size;
        }
        return place > first;
    }
}
