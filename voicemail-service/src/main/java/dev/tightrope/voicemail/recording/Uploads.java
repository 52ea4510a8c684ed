package dev.tightrope.voicemail.recording;

import dev.tightrope.api.ProblemException;
import dev.tightrope.api.Problems;
import dev.tightrope.voicemail.outreach.RetryHint;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/** Takes uploads into memory: never more of one than may be kept, and of few at a time. */
@ApplicationScoped
class Uploads {
    /** What the heap bears beside everything else: each takes its size, twice that if it does not tell it. */
    static final int AT_ONCE = 3;

    private static final int SECONDS_UNTIL_ANOTHER = 10;

    private final RecordingSettings settings;
    private final RetryHint retryHint;
    private final Semaphore places = new Semaphore(AT_ONCE);

    Uploads(RecordingSettings settings, RetryHint retryHint) {
        this.settings = settings;
        this.retryHint = retryHint;
    }

    /** Hands a body over when all of it is there, unless it is refused unread; {@code announced}: -1 if it does not tell. */
    <T> T take(InputStream body, int announced, Runnable demand, Function<byte[], T> use) throws IOException {
        int most = (int) settings.maxSize().asLongValue();
        try {
            demand.run();
            demandPlaceFor(announced, most);
        } catch (ProblemException e) {
            drain(body, 0);
            throw e;
        }
        try {
            return use.apply(read(body, announced, most));
        } finally {
            places.release();
        }
    }

    private void demandPlaceFor(int announced, int most) {
        if (announced > most) {
            throw tooLarge(most);
        }
        if (!places.tryAcquire()) {
            retryHint.inSeconds(SECONDS_UNTIL_ANOTHER);
            throw new ProblemException(
                    503,
                    "too-many-uploads",
                    "Too many uploads",
                    "As many recordings as can be taken at a time (" + AT_ONCE
                            + ") are being uploaded now. Nothing was kept; send it again a little later.");
        }
    }

    private static byte[] read(InputStream body, int announced, int most) throws IOException {
        byte[] audio;
        if (announced < 0) {
            audio = body.readNBytes(most + 1);
        } else {
            audio = new byte[announced];
            int length = body.readNBytes(audio, 0, announced);
            audio = length == announced ? audio : Arrays.copyOf(audio, length);
        }
        if (audio.length > most) {
            drain(body, audio.length);
            throw tooLarge(most);
        }
        if (audio.length == 0) {
            throw Problems.badRequest("missing-body", "This call needs the recording as its body, and it is empty.");
        }
        return audio;
    }

    /** Reads, and keeps nothing of it: a sender that still sends does not look at the answer. */
    private static void drain(InputStream body, int read) throws IOException {
        body.skip(RecordingResource.CEILING - read);
    }

    private static ProblemException tooLarge(int most) {
        return new ProblemException(
                413, "body-too-large", "Body too large", "A recording may have " + most + " bytes at most.");
    }
}
