package dev.tightrope.voicemail.recording;

/**
 * Tells from a file's content which kind of audio it is. The first bytes alone are not believed: the structure behind them
 * has to be that of the kind, and a container may hold nothing but audio. What is inside samples, tags and frames cannot be
 * told from sound; it is served as the sound it says it is, and so does no harm.
 */
final class SniffAudio {
    private SniffAudio() {}

    static FoundAudio in(byte[] file) {
        Octets octets = new Octets(file);
        if (octets.says(0, "RIFF")) {
            return known(isWave(octets), AudioType.WAV);
        }
        if (octets.says(0, "fLaC")) {
            return known(isFlac(octets), AudioType.FLAC);
        }
        if (octets.says(0, "OggS")) {
            return OggStreams.in(octets);
        }
        if (octets.says(4, "ftyp")) {
            return Mp4Tracks.in(octets);
        }
        if (octets.number(0, 4) == WebmTracks.EBML) {
            return WebmTracks.in(octets);
        }
        if (octets.says(0, "#!AMR")) {
            return AmrFrames.in(octets);
        }
        return AdtsFrames.areIn(octets) ? FoundAudio.of(AudioType.AAC) : known(Mp3Frames.areIn(octets), AudioType.MP3);
    }

    private static FoundAudio known(boolean is, AudioType type) {
        return is ? FoundAudio.of(type) : FoundAudio.NOTHING;
    }

    /** A format, with at least one channel, before data that is not empty (Multimedia Programming Interface 1.0, "WAVE"). */
    private static boolean isWave(Octets octets) {
        boolean format = false;
        for (long chunk = 12; octets.says(8, "WAVE") && octets.at(chunk + 7) >= 0; ) {
            if (octets.says(chunk, "data")) {
                return format && octets.at(chunk + 8) >= 0;
            }
            long size = octets.littleEndian(chunk + 4);
            if (octets.says(chunk, "fmt ")) {
                format = size >= 16 && (octets.at(chunk + 10) > 0 || octets.at(chunk + 11) > 0);
            }
            chunk += 8 + size + size % 2;
        }
        return false;
    }

    /** STREAMINFO, which has 34 bytes, comes first; audio frames follow the last metadata block (RFC 9639, 8 and 9.1). */
    private static boolean isFlac(Octets octets) {
        if ((octets.at(4) & 0x7F) != 0 || octets.number(5, 3) != 34) {
            return false;
        }
        long block = 4;
        boolean last = false;
        while (!last) {
            int type = octets.at(block);
            long size = octets.number(block + 1, 3);
            if (type < 0 || size < 0) {
                return false;
            }
            last = (type & 0x80) != 0;
            block += 4 + size;
        }
        return octets.at(block) == 0xFF && (octets.at(block + 1) & 0xFE) == 0xF8;
    }
}
