package dev.tightrope.voicemail.recording;

import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;

/** Where the bytes of recordings are: named by their ids alone, and each written once. */
interface RecordingStorage {
    /** Stores all of it, durably, or nothing; what a crash leaves half done is removed by {@link #delete}. */
    void put(UUID id, byte[] audio) throws IOException;

    /** To be closed by the caller; one that has not as many bytes as it should is not handed out. */
    InputStream open(UUID id, long size) throws IOException;

    /** Removes it; what is not there is removed already. */
    void delete(UUID id) throws IOException;
}
