package dev.tightrope.voicemail.recording;

import org.jspecify.annotations.Nullable;

/**
 * What a file is by its content.
 *
 * @param type the kind of audio; null if it is none that is kept
 * @param words the same for people
 */
record FoundAudio(@Nullable AudioType type, String words) {
    static final FoundAudio NOTHING = new FoundAudio(null, "no audio that is known here");

    static FoundAudio of(AudioType type) {
        return new FoundAudio(type, type.mediaType());
    }

    static FoundAudio video(String container) {
        return new FoundAudio(null, container + " with a video track");
    }
}
