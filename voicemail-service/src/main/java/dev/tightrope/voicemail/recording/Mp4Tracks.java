package dev.tightrope.voicemail.recording;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The tracks of an MP4 file and its kin: each names its kind in moov/trak/mdia/hdlr (ISO/IEC 14496-12, 8.4.3). */
final class Mp4Tracks {
    private static final List<String> PATH = List.of("moov", "trak", "mdia", "hdlr");
    private static final Set<String> PICTURES = Set.of("vide", "pict", "auxv");
    /** Chapters, subtitles, time codes and what describes the others: nothing to look at. */
    private static final Set<String> BESIDE_SOUND = Set.of("soun", "text", "sbtl", "subt", "tmcd", "meta", "hint");

    private Mp4Tracks() {}

    static FoundAudio in(Octets octets) {
        List<String> kinds = new ArrayList<>();
        collect(octets, 0, octets.length(), 0, kinds);
        if (kinds.stream().anyMatch(PICTURES::contains)) {
            return FoundAudio.video("MP4");
        }
        return kinds.contains("soun") && BESIDE_SOUND.containsAll(kinds)
                ? FoundAudio.of(AudioType.MP4)
                : FoundAudio.NOTHING;
    }

    private static void collect(Octets octets, long from, long to, int depth, List<String> kinds) {
        long box = from;
        while (box + 8 <= to) {
            long size = octets.number(box, 4);
            long header = 8;
            if (size == 1) {
                // The size is in eight bytes behind the name; seven say more than any file has.
                size = octets.at(box + 8) == 0 ? octets.number(box + 9, 7) : -1;
                header = 16;
            } else if (size == 0) {
                size = to - box;
            }
            if (size < header) {
                return;
            }
            long end = Math.min(to, box + size);
            if (octets.says(box + 4, PATH.get(depth))) {
                if (depth == PATH.size() - 1) {
                    kinds.add(octets.text(box + header + 8, 4));
                } else {
                    collect(octets, box + header, end, depth + 1, kinds);
                }
            }
            box = end;
        }
    }
}
