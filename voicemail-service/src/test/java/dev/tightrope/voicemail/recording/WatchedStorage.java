package dev.tightrope.voicemail.recording;

import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;

/** A real storage; what happens around its {@code put} is the test's to say. */
final class WatchedStorage implements RecordingStorage {
    private final RecordingStorage real;
    private final Put put;

    WatchedStorage(RecordingStorage real, Put put) {
        this.real = real;
        this.put = put;
    }

    @Override
    public void put(UUID id, byte[] audio) throws IOException {
        put.put(id, audio);
    }

    @Override
    public InputStream open(UUID id, long size) throws IOException {
        return real.open(id, size);
    }

    @Override
    public void delete(UUID id) throws IOException {
        real.delete(id);
    }

    interface Put {
        void put(UUID id, byte[] audio) throws IOException;
    }
}
