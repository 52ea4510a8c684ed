package dev.tightrope.outreach.inbound.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/**
 * Stands between a mail client and its server. It can forget the connections there are, as a firewall does: both ends
 * stay open and nothing comes through any more. It can also hide that the server speaks IDLE.
 */
public final class Relay implements AutoCloseable {
    private final ServerSocket door;
    private final int server;
    private final UnaryOperator<String> saying;
    private final UnaryOperator<String> asking;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private volatile int forgotten;
    private volatile int connections;
    private final AtomicInteger left = new AtomicInteger();

    public Relay(int server, boolean hidesIdle) throws IOException {
        this(server, hidesIdle ? said -> said.replace(" IDLE", " XDLE") : UnaryOperator.identity());
    }

    /** One that puts other words into the server's mouth. */
    public Relay(int server, UnaryOperator<String> saying) throws IOException {
        this(server, saying, UnaryOperator.identity());
    }

    /** One that also puts other words into the client's. */
    public Relay(int server, UnaryOperator<String> saying, UnaryOperator<String> asking) throws IOException {
        this.server = server;
        this.saying = saying;
        this.asking = asking;
        door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    public int port() {
        return door.getLocalPort();
    }

    /** Connections made so far. */
    int connections() {
        return connections;
    }

    /** Connections the client has ended. */
    int left() {
        return left.get();
    }

    /** Lets nothing through on the connections there are now. */
    void forget() {
        forgotten = connections;
    }

    /** Ends the connections there are now. */
    void hangUp() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    /** Lets nothing through on any connection. */
    void fallSilent() {
        forgotten = Integer.MAX_VALUE;
    }

    /** Lets everything through on connections made from now on. */
    void speakAgain() {
        forgotten = connections;
    }

    private void accept() throws IOException {
        while (!door.isClosed()) {
            Socket client = door.accept();
            Socket upstream = new Socket(InetAddress.getLoopbackAddress(), server);
            sockets.addAll(List.of(client, upstream));
            int number = connections + 1;
            connections = number;
            start(() -> {
                try {
                    pass(number, client.getInputStream(), upstream.getOutputStream(), asking);
                } finally {
                    left.incrementAndGet();
                }
            });
            start(() -> pass(number, upstream.getInputStream(), client.getOutputStream(), saying));
        }
    }

    private void pass(int number, InputStream from, OutputStream to, UnaryOperator<String> saying) throws IOException {
        byte[] buffer = new byte[8192];
        for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
            if (number > forgotten) {
                String said = new String(buffer, 0, read, StandardCharsets.ISO_8859_1);
                to.write(saying.apply(said).getBytes(StandardCharsets.ISO_8859_1));
                to.flush();
            }
        }
    }

    private interface Task {
        void run() throws IOException;
    }

    private static void start(Task task) {
        Thread thread = new Thread(() -> {
            try {
                task.run();
            } catch (IOException e) {
                // One of the ends has gone.
                return;
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            door.close();
            hangUp();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
