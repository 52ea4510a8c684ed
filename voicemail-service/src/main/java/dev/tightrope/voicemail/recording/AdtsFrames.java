package dev.tightrope.voicemail.recording;

/** The frames of AAC without a container, as telephones record it (ISO/IEC 13818-7, 6.2). */
final class AdtsFrames {
    private AdtsFrames() {}

    /** Two frames in a row, as of {@link Mp3Frames}. */
    static boolean areIn(Octets octets) {
        long place = Id3Tags.end(octets);
        int first = frameLength(octets, place);
        return first > 0 && frameLength(octets, place + first) > 0;
    }

    /** Zero where no frame of this kind begins. */
    private static int frameLength(Octets octets, long place) {
        long header = octets.number(place, 7);
        // Twelve ones, and layer 0; from 13 on, numbers of sampling rates mean nothing.
        boolean frame = header >>> 44 == 0xFFF && (header >>> 41 & 3) == 0 && (header >>> 34 & 15) < 13;
        int length = (int) (header >>> 13 & 0x1FFF);
        return frame && length > 7 ? length : 0;
    }
}
