package dev.tightrope.voicemail.recording;

/** The frames of MPEG audio layer III (ISO/IEC 11172-3 and 13818-3). */
final class Mp3Frames {
    private static final int[] MPEG1 = {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320};
    private static final int[] MPEG2 = {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160};
    private static final int[] HERTZ = {44_100, 48_000, 32_000};

    private Mp3Frames() {}

    /** Two frames in a row: one header alone is four bytes that any file can have. */
    static boolean areIn(Octets octets) {
        long place = Id3Tags.end(octets);
        int first = frameLength(octets, place);
        return first > 0 && frameLength(octets, place + first) > 0;
    }

    /** Zero where no frame of this kind begins. */
    private static int frameLength(Octets octets, long place) {
        long header = octets.number(place, 4);
        // Eleven ones, and layer III.
        if (header < 0 || header >>> 21 != 0x7FF || (header >>> 17 & 3) != 1) {
            return 0;
        }
        int version = (int) (header >>> 19 & 3);
        int bitrate = (int) (header >>> 12 & 15);
        int rate = (int) (header >>> 10 & 3);
        if (version == 1 || bitrate == 0 || bitrate == 15 || rate == 3) {
            return 0;
        }
        int padding = (int) (header >>> 9 & 1);
        return version == 3
                ? 144_000 * MPEG1[bitrate] / HERTZ[rate] + padding
                : 72_000 * MPEG2[bitrate] / (HERTZ[rate] / (version == 2 ? 2 : 4)) + padding;
    }
}
