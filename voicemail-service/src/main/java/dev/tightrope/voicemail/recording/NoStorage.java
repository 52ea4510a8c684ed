package dev.tightrope.voicemail.recording;

import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;

/** No storage is configured: what another one held is not to be had, nor to be removed. */
final class NoStorage implements RecordingStorage {
    @Override
    public void put(UUID id, byte[] audio) throws IOException {
        throw notConfigured();
    }

    @Override
    public InputStream open(UUID id, long size) throws IOException {
        throw notConfigured();
    }

    @Override
    public void delete(UUID id) throws IOException {
        throw notConfigured();
    }

    private static IOException notConfigured() {
        return new IOException("tightrope.recordings.storage is none");
    }
}
