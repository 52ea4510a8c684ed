package dev.tightrope.outreach.inbound;

import dev.tightrope.outreach.inbound.analysis.Evidence;
import dev.tightrope.outreach.inbound.analysis.InboundMail;
import dev.tightrope.outreach.inbound.analysis.MessageReader;
import dev.tightrope.outreach.inbound.reading.Beginning;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Reads messages within a limit of time. What the reader bounds already ends long before; this is for the message nobody
 * thought of. Of one that takes longer, or breaks the reader, the header alone is read: whom it is from and what it answers
 * stand there. It is kept, and marked.
 */
@ApplicationScoped
class ReadInTime {
    /** Detail of the evidence {@code limit-exceeded}. */
    static final String TIME = "time";

    private static final String LIMIT = "limit-exceeded";
    private static final Logger LOG = Logger.getLogger(ReadInTime.class);
    private static final int LONGEST_HEADER = 256 << 10;
    /** Readings that go on beyond their limit cannot be stopped, but there are no more of them than this. */
    private static final int THREADS = 16;

    private final Reader reader;
    private final Duration limit;
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            0, Integer.MAX_VALUE, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), ReadInTime::thread);
    /** Whoever finds every thread busy waits for one as long as reading may take. */
    private final Semaphore free = new Semaphore(THREADS);

    /** Reads one message. */
    interface Reader {
        InboundMail read(byte[] message, Instant receivedAt);
    }

    @Inject
    ReadInTime(@ConfigProperty(name = "tightrope.inbound.analysis-limit", defaultValue = "PT10S") Duration limit) {
        this(MessageReader::read, limit);
    }

    ReadInTime(Reader reader, Duration limit) {
        this.reader = reader;
        this.limit = limit;
    }

    /** Whether only the header of a message was read. */
    static boolean isCut(InboundMail mail) {
        return mail.evidence().stream()
                .anyMatch(evidence ->
                        evidence.rule().equals(LIMIT) && evidence.detail().equals(TIME));
    }

    /** Reads a message that arrived at a moment, and marks it if it is the beginning of a larger one. */
    InboundMail read(byte[] message, Instant receivedAt) {
        InboundMail mail = readInTime(message, receivedAt);
        return Beginning.is(message) ? mail.with(new Evidence(LIMIT, "size", 1)) : mail;
    }

    private InboundMail readInTime(byte[] message, Instant receivedAt) {
        Future<InboundMail> reading;
        try {
            if (!free.tryAcquire(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                // Every thread has one of those messages in hand.
                return headerOf(message, receivedAt);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted before a message was read", e);
        }
        reading = threads.submit(() -> {
            try {
                return reader.read(message, receivedAt);
            } finally {
                free.release();
            }
        });
        try {
            return reading.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            reading.cancel(true);
            LOG.warnf("A message of %d bytes was not read within %s: its header alone is", message.length, limit);
        } catch (ExecutionException e) {
            LOG.errorf(
                    e.getCause(), "A message of %d bytes broke its reader: its header alone is read", message.length);
        } catch (InterruptedException e) {
            reading.cancel(true);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a message was read", e);
        }
        return headerOf(message, receivedAt);
    }

    private static InboundMail headerOf(byte[] message, Instant receivedAt) {
        return MessageReader.read(header(message), receivedAt).with(new Evidence(LIMIT, TIME, 1));
    }

    /** A message's header, without what follows the first empty line. */
    static byte[] header(byte[] message) {
        int most = Math.min(message.length, LONGEST_HEADER);
        for (int i = 1; i < most; i++) {
            boolean afterLine = message[i - 1] == '\n';
            if (afterLine && (message[i] == '\n' || message[i] == '\r')) {
                return Arrays.copyOf(message, i);
            }
        }
        return Arrays.copyOf(message, most);
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "message-reader");
        thread.setDaemon(true);
        return thread;
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }
}
