package dev.tightrope.outreach.inbound;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tightrope.outreach.inbound.analysis.InboundMail;
import dev.tightrope.outreach.inbound.analysis.MessageReader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReadInTimeTest {
    private static final byte[] MESSAGE =
            ("From: Mia Ek <mia@n.example>\r\nIn-Reply-To: <ours@s.example>\r\nSubject: Re: hello\r\n"
                            + "\r\nYes, gladly.\r\n")
                    .getBytes(UTF_8);
    private static final Instant NOW = Instant.parse("2026-03-04T07:00:00Z");

    private final CountDownLatch never = new CountDownLatch(1);

    @AfterEach
    void letGo() {
        never.countDown();
    }

    private static void headerAlone(InboundMail mail) {
        assertThat(ReadInTime.isCut(mail)).isTrue();
        assertThat(mail.from()).isNotNull();
        assertThat(mail.references()).containsExactly("<ours@s.example>");
        assertThat(mail.subject()).isEqualTo("Re: hello");
        assertThat(mail.newText()).isEmpty();
    }

    private InboundMail hang(byte[] message, Instant at) {
        boolean interrupted = true;
        while (interrupted) {
            try {
                never.await();
                interrupted = false;
            } catch (InterruptedException e) {
                // As a regular expression does, which nobody can interrupt.
                continue;
            }
        }
        return MessageReader.read(message, at);
    }

    @Test
    void whatIsReadInTimeIsReadWhole() {
        InboundMail mail = new ReadInTime(MessageReader::read, Duration.ofMinutes(1)).read(MESSAGE, NOW);

        assertThat(mail).isEqualTo(MessageReader.read(MESSAGE, NOW));
        assertThat(ReadInTime.isCut(mail)).isFalse();
    }

    @Test
    void ofWhatTakesTooLongTheHeaderAloneIsRead() {
        headerAlone(new ReadInTime(this::hang, Duration.ofMillis(20)).read(MESSAGE, NOW));
    }

    @Test
    void whatBreaksTheReaderIsNotLost() {
        headerAlone(new ReadInTime(
                        (message, at) -> {
                            throw new StackOverflowError();
                        },
                        Duration.ofMinutes(1))
                .read(MESSAGE, NOW));
    }

    /** Many at once wait for a thread; that they are many is no reason to read less of each. */
    @Test
    void ofManyAtOnceEachIsReadWhole() {
        ReadInTime reader = new ReadInTime(MessageReader::read, Duration.ofMinutes(1));
        InboundMail whole = MessageReader.read(MESSAGE, NOW);
        try (Crowd pool = new Crowd()) {
            assertThat(pool.all(200, () -> reader.read(MESSAGE, NOW))).allMatch(whole::equals);
        }
    }

    private static final class Crowd implements AutoCloseable {
        private final ExecutorService threads = Executors.newFixedThreadPool(100);

        List<InboundMail> all(int times, Callable<InboundMail> reading) {
            try {
                List<InboundMail> read = new ArrayList<>();
                for (Future<InboundMail> each : threads.invokeAll(Collections.nCopies(times, reading))) {
                    read.add(each.get());
                }
                return read;
            } catch (InterruptedException | ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() {
            threads.shutdownNow();
        }
    }

    /** However many such messages come, no more threads than a few are lost to them, and nobody waits for one. */
    @Test
    void readingsThatNeverEndTakeNoMoreThanTheirThreads() {
        ReadInTime reader = new ReadInTime(this::hang, Duration.ofMillis(20));
        for (int i = 0; i < 30; i++) {
            headerAlone(reader.read(MESSAGE, NOW));
        }
        assertThat(Thread.getAllStackTraces().keySet().stream()
                        .filter(thread -> thread.getName().equals("message-reader"))
                        .count())
                .isBetween(1L, 60L);
    }

    @Test
    void theHeaderEndsAtTheFirstEmptyLine() {
        assertThat(new String(ReadInTime.header(MESSAGE), UTF_8)).endsWith("Subject: Re: hello\r\n");
        assertThat(ReadInTime.header("A: b\n\nc".getBytes(UTF_8))).isEqualTo("A: b\n".getBytes(UTF_8));
        assertThat(ReadInTime.header(new byte[0])).isEmpty();
        assertThat(ReadInTime.header(new byte[1 << 20])).hasSize(256 << 10);
    }
}
