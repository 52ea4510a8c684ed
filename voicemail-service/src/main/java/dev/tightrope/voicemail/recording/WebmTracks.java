package dev.tightrope.voicemail.recording;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The tracks of a WebM file, a profile of Matroska (RFC 9559, 5.1.4) in EBML (RFC 8794). */
final class WebmTracks {
    static final long EBML = 0x1A45DFA3L;
    private static final long FILE = 0;
    private static final long SEGMENT = 0x18538067L;
    private static final long TRACKS = 0x1654AE6BL;
    private static final long TRACK = 0xAE;
    /** What is looked into, each in its one place, so a file that nests them without end leads nowhere. */
    private static final Map<Long, Long> PARENTS = Map.of(EBML, FILE, SEGMENT, FILE, TRACKS, SEGMENT, TRACK, TRACKS);

    private static final long CLUSTER = 0x1F43B675L;
    private static final long DOC_TYPE = 0x4282;
    private static final long TRACK_TYPE = 0x83;
    private static final long CODEC = 0x86;
    private static final long AUDIO = 2;

    private final Octets octets;
    private final List<Long> types = new ArrayList<>();
    private boolean webm;
    private boolean video;
    private boolean broken;

    private WebmTracks(Octets octets) {
        this.octets = octets;
    }

    static FoundAudio in(Octets octets) {
        WebmTracks tracks = new WebmTracks(octets);
        tracks.read(0, octets.length(), FILE);
        if (tracks.broken || !tracks.webm || tracks.types.isEmpty()) {
            return FoundAudio.NOTHING;
        }
        return tracks.video || tracks.types.stream().anyMatch(type -> type != AUDIO)
                ? FoundAudio.video("WebM")
                : FoundAudio.of(AudioType.WEBM);
    }

    private void read(long from, long to, long parent) {
        long place = from;
        while (place < to && !broken) {
            int idLength = lengthAt(place);
            long sizeAt = place + idLength;
            int sizeLength = lengthAt(sizeAt);
            if (sizeAt + sizeLength > octets.length() && idLength <= 4) {
                return;
            }
            long id = octets.number(place, Math.min(idLength, 7));
            long content = sizeAt + sizeLength;
            // Behind what cannot be read, players look for the next element they know.
            broken |= idLength > 4 || sizeLength > 8 || parent != FILE && (id == EBML || id == SEGMENT);
            if (!broken) {
                place = id == CLUSTER && isSizeUntold(sizeAt, sizeLength)
                        ? content
                        : element(id, parent, content, end(id, sizeAt, sizeLength, to));
            }
        }
    }

    private long element(long id, long parent, long content, long end) {
        if (Long.valueOf(parent).equals(PARENTS.get(id))) {
            read(content, end, id);
        } else if (id == DOC_TYPE && parent == EBML) {
            webm = octets.text(content, (int) (end - content)).startsWith("webm");
        } else if (id == TRACK_TYPE && parent == TRACK) {
            types.add(octets.number(content, (int) Math.min(7, end - content)));
        } else if (id == CODEC && parent == TRACK) {
            video |= octets.says(content, "V_");
        }
        return end;
    }

    /** Only a file that was cut off may end within an element, and only a segment or cluster may not tell its size. */
    private long end(long id, long sizeAt, int sizeLength, long to) {
        if (isSizeUntold(sizeAt, sizeLength)) {
            broken |= id != SEGMENT;
            return to;
        }
        long end = sizeAt + sizeLength + size(sizeAt, sizeLength);
        broken |= end > to && to < octets.length();
        return Math.min(to, end);
    }

    /** The length of a variable-size integer: its first byte has as many zeros in front, and one less (RFC 8794, 4). */
    private int lengthAt(long place) {
        int first = octets.at(place);
        return first <= 0 ? 9 : Integer.numberOfLeadingZeros(first) - 23;
    }

    private long size(long place, int length) {
        return (long) (octets.at(place) & 0xFF >> length) << 8 * (length - 1) | octets.number(place + 1, length - 1);
    }

    /** All ones (RFC 8794, 6.2). The element ends where the next begins that cannot be in it. */
    private boolean isSizeUntold(long place, int length) {
        return size(place, length) == (1L << 7 * length) - 1;
    }
}
