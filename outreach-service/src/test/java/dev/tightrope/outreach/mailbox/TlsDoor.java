package dev.tightrope.outreach.mailbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** TLS in front of a server that speaks without, with a certificate from {@code certificates/}. */
public final class TlsDoor implements AutoCloseable {
    private final ServerSocket door;
    private final int server;
    private final AtomicInteger connections = new AtomicInteger();

    public TlsDoor(String certificate, int server) throws IOException, GeneralSecurityException {
        this.server = server;
        door = context(certificate)
                .getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    /** For the server's side of TLS with a certificate from {@code certificates/}. */
    public static SSLContext context(String certificate) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        char[] password = "changeit".toCharArray();
        try (InputStream file = TlsDoor.class.getResourceAsStream("/certificates/" + certificate + ".p12")) {
            store.load(file, password);
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, password);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    public int port() {
        return door.getLocalPort();
    }

    /** Connections made so far. */
    public int connections() {
        return connections.get();
    }

    private void accept() throws IOException {
        while (!door.isClosed()) {
            Socket client = door.accept();
            connections.incrementAndGet();
            start(() -> serve(client));
        }
    }

    private void serve(Socket client) throws IOException {
        try (client;
                Socket upstream = new Socket(InetAddress.getLoopbackAddress(), server)) {
            join(client, upstream);
        }
    }

    static void join(Socket client, Socket upstream) throws IOException {
        start(() -> {
            // A server that hangs up has the door closed, too.
            try (client) {
                pass(upstream, client);
            }
        });
        pass(client, upstream);
    }

    private static void pass(Socket from, Socket to) throws IOException {
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream();
        byte[] buffer = new byte[8192];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            out.write(buffer, 0, read);
            out.flush();
        }
    }

    interface Task {
        void run() throws IOException;
    }

    static void start(Task task) {
        Thread thread = new Thread(() -> {
            try {
                task.run();
            } catch (IOException e) {
                // One of the ends has gone, or did not like the certificate.
                return;
            }
        });
        thread.setName("door");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
