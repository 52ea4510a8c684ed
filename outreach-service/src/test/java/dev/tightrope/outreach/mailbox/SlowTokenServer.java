package dev.tightrope.outreach.mailbox;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A token endpoint that says that an answer comes, and then nothing more, or one byte now and then; until it is closed. */
public final class SlowTokenServer implements AutoCloseable {
    private static final byte[] HEADERS =
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 60000\r\n\r\n".getBytes(US_ASCII);

    private final ServerSocket server;
    private final boolean trickles;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<Socket> asked = new CopyOnWriteArrayList<>();

    private SlowTokenServer(boolean trickles) throws IOException {
        this.trickles = trickles;
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        TlsDoor.start(this::accept);
    }

    public static SlowTokenServer silent() throws IOException {
        return new SlowTokenServer(false);
    }

    public static SlowTokenServer trickling() throws IOException {
        return new SlowTokenServer(true);
    }

    public String url() {
        return "http://localhost:" + server.getLocalPort() + "/token";
    }

    /** How often it was asked. */
    public int asked() {
        return asked.size();
    }

    private void accept() throws IOException {
        while (!server.isClosed()) {
            Socket client = server.accept();
            asked.add(client);
            TlsDoor.start(() -> answer(client));
        }
    }

    private void answer(Socket client) throws IOException {
        try (client) {
            OutputStream out = client.getOutputStream();
            out.write(HEADERS);
            out.flush();
            while (!closed.await(100, TimeUnit.MILLISECONDS)) {
                if (trickles) {
                    out.write(' ');
                    out.flush();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
