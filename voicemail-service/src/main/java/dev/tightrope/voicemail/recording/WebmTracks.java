package dev.tightrope.voicemail.recording;

import java.util.ArrayList;
import java.util.List;

/** The tracks of a WebM file, a profile of Matroska (RFC 9559, 5.1.4) in EBML (RFC 8794). */
final class WebmTracks {
    static final long EBML = 0x1A45DFA3L;
    private static final long DOC_TYPE = 0x4282;
    private static final long SEGMENT = 0x18538067L;
    private static final long TRACKS = 0x1654AE6BL;
    private static final long TRACK = 0xAE;
    private static final long TRACK_TYPE = 0x83;
    private static final long CODEC = 0x86;
    private static final long AUDIO = 2;

    private final Octets octets;
    private final List<Long> types = new ArrayList<>();
    private boolean webm;
    private boolean video;

    private WebmTracks(Octets octets) {
        this.octets = octets;
    }

    static FoundAudio in(Octets octets) {
        WebmTracks tracks = new WebmTracks(octets);
        tracks.read(0, octets.length());
        if (!tracks.webm || tracks.types.isEmpty()) {
            return FoundAudio.NOTHING;
        }
        return tracks.video || tracks.types.stream().anyMatch(type -> type != AUDIO)
                ? FoundAudio.video("WebM")
                : FoundAudio.of(AudioType.WEBM);
    }

    private void read(long from, long to) {
        long place = from;
        while (place < to) {
            int idLength = lengthAt(place);
            int sizeLength = lengthAt(place + idLength);
            if (idLength > 4 || sizeLength > 8) {
                return;
            }
            long content = place + idLength + sizeLength;
            long size = size(place + idLength, sizeLength);
            if (size < 0) {
                return;
            }
            long end = Math.min(to, content + size);
            element(octets.number(place, idLength), content, end);
            place = end;
        }
    }

    private void element(long id, long content, long end) {
        if (id == EBML || id == SEGMENT || id == TRACKS || id == TRACK) {
            read(content, end);
        } else if (id == DOC_TYPE) {
            webm = octets.text(content, (int) (end - content)).startsWith("webm");
        } else if (id == TRACK_TYPE) {
            types.add(octets.number(content, (int) Math.min(7, end - content)));
        } else if (id == CODEC) {
            video |= octets.says(content, "V_");
        }
    }

    /** The length of a variable-size integer: its first byte has as many zeros in front, and one less (RFC 8794, 4). */
    private int lengthAt(long place) {
        int first = octets.at(place);
        return first <= 0 ? 9 : Integer.numberOfLeadingZeros(first) - 23;
    }

    /** All ones: not told, so all that is left (RFC 8794, 6.2); -1 where the file ends within. */
    private long size(long place, int length) {
        long rest = octets.number(place + 1, length - 1);
        long value = (long) (octets.at(place) & 0xFF >> length) << 8 * (length - 1) | rest;
        return value == (1L << 7 * length) - 1 ? octets.length() : value;
    }
}
