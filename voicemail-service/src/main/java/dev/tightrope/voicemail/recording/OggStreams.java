package dev.tightrope.voicemail.recording;

import java.util.List;

/** The streams of an Ogg file: each begins with a page of its own, whose first packet names the codec (RFC 3533, 6). */
final class OggStreams {
    private static final int FIRST_PAGE = 0x02;
    private static final List<String> AUDIO = List.of("OpusHead", "\u0001vorbis", "Speex   ", "\u007fFLAC");
    /** Describes the others and is none itself. */
    private static final String SKELETON = "fishead\0";

    private static final List<String> VIDEO = List.of("\u0080theora", "BBCD\0", "OVP80", "\u0001video");

    private OggStreams() {}

    /**
     * Pages are walked to the end, where nothing else may be: another stream can begin behind the first, and players look
     * for it behind what is no page, too.
     */
    static FoundAudio in(Octets octets) {
        boolean audio = false;
        for (long page = 0; page < octets.length(); page = next(octets, page)) {
            if (!octets.says(page, "OggS") || octets.at(page + 4) != 0 || octets.at(page + 26) < 0) {
                return FoundAudio.NOTHING;
            }
            if ((octets.at(page + 5) & FIRST_PAGE) != 0) {
                long packet = page + 27 + octets.at(page + 26);
                if (VIDEO.stream().anyMatch(codec -> octets.says(packet, codec))) {
                    return FoundAudio.video("Ogg");
                }
                boolean known = AUDIO.stream().anyMatch(codec -> octets.says(packet, codec));
                if (!known && !octets.says(packet, SKELETON)) {
                    return FoundAudio.NOTHING;
                }
                audio |= known;
            }
        }
        return audio ? FoundAudio.of(AudioType.OGG) : FoundAudio.NOTHING;
    }

    private static long next(Octets octets, long page) {
        int segments = octets.at(page + 26);
        long next = page + 27 + segments;
        for (int i = 0; i < segments; i++) {
            next += Math.max(0, octets.at(page + 27 + i));
        }
        return next;
    }
}
