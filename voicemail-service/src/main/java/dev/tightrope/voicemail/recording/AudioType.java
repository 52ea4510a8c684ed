package dev.tightrope.voicemail.recording;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/**
 * Kinds of audio file that are kept, each with the end of its name and the media types programs say of it; the first of them
 * is served.
 */
enum AudioType {
    WAV("wav", "audio/wav", "audio/x-wav", "audio/wave", "audio/vnd.wave"),
    MP3("mp3", "audio/mpeg", "audio/mp3"),
    AAC("aac", "audio/aac", "audio/aacp", "audio/x-aac", "audio/x-hx-aac-adts"),
    MP4("m4a", "audio/mp4", "audio/m4a", "audio/x-m4a", "audio/3gpp"),
    OGG("ogg", "audio/ogg", "audio/opus"),
    WEBM("webm", "audio/webm"),
    FLAC("flac", "audio/flac", "audio/x-flac"),
    AMR("amr", "audio/AMR"),
    AMR_WB("awb", "audio/AMR-WB");

    private final String extension;
    private final String mediaType;
    private final Set<String> others;

    AudioType(String extension, String mediaType, String... others) {
        this.extension = extension;
        this.mediaType = mediaType;
        this.others = Set.of(others);
    }

    String mediaType() {
        return mediaType;
    }

    /** What programs call files of a media type that is served. */
    static String extensionOf(String mediaType) {
        return Arrays.stream(values())
                .filter(type -> type.mediaType.equals(mediaType))
                .findFirst()
                .orElseThrow()
                .extension;
    }

    /** Whether a content type, without its parameters, is one of this kind; case does not matter (RFC 2045, 5.1). */
    boolean isSaidBy(String contentType) {
        return contentType.equalsIgnoreCase(mediaType) || others.contains(contentType.toLowerCase(Locale.ROOT));
    }
}
