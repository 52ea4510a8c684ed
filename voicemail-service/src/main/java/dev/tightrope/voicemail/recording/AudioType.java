package dev.tightrope.voicemail.recording;

import java.util.Locale;
import java.util.Set;

/** Kinds of audio file that are kept, each with the media types programs say of it; the first is served. */
enum AudioType {
    WAV("audio/wav", "audio/x-wav", "audio/wave", "audio/vnd.wave"),
    MP3("audio/mpeg", "audio/mp3"),
    AAC("audio/aac", "audio/aacp", "audio/x-aac", "audio/x-hx-aac-adts"),
    MP4("audio/mp4", "audio/m4a", "audio/x-m4a", "audio/3gpp"),
    OGG("audio/ogg", "audio/opus"),
    WEBM("audio/webm"),
    FLAC("audio/flac", "audio/x-flac"),
    AMR("audio/AMR"),
    AMR_WB("audio/AMR-WB");

    private final String mediaType;
    private final Set<String> others;

    AudioType(String mediaType, String... others) {
        this.mediaType = mediaType;
        this.others = Set.of(others);
    }

    String mediaType() {
        return mediaType;
    }

    /** Whether a content type, without its parameters, is one of this kind; case does not matter (RFC 2045, 5.1). */
    boolean isSaidBy(String contentType) {
        return contentType.equalsIgnoreCase(mediaType) || others.contains(contentType.toLowerCase(Locale.ROOT));
    }
}
