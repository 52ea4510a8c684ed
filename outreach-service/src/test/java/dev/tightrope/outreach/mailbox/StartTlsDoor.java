package dev.tightrope.outreach.mailbox;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** IMAP that begins in the clear and knows nothing there but STARTTLS, in front of a server that does not speak it. */
public final class StartTlsDoor implements AutoCloseable {
    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final SSLContext tls;
    private final int server;
    private final List<String> inTheClear = new CopyOnWriteArrayList<>();

    public StartTlsDoor(String certificate, int server) throws IOException, GeneralSecurityException {
        this.server = server;
        this.tls = TlsDoor.context(certificate);
        TlsDoor.start(() -> {
            while (!door.isClosed()) {
                Socket client = door.accept();
                TlsDoor.start(() -> serve(client));
            }
        });
    }

    public int port() {
        return door.getLocalPort();
    }

    /** Everything clients said unencrypted. */
    public List<String> saidInTheClear() {
        return List.copyOf(inTheClear);
    }

    private void serve(Socket client) throws IOException {
        try (client;
                Socket upstream = new Socket(InetAddress.getLoopbackAddress(), server)) {
            say(client, line(upstream.getInputStream()));
            for (String said = line(client.getInputStream()); !said.isEmpty(); said = line(client.getInputStream())) {
                inTheClear.add(said);
                String tag = said.substring(0, said.indexOf(' '));
                if (said.endsWith(" STARTTLS")) {
                    say(client, tag + " OK begin");
                    TlsDoor.join(encrypted(client), upstream);
                    return;
                } else if (said.endsWith(" CAPABILITY")) {
                    say(client, "* CAPABILITY IMAP4rev1 STARTTLS LOGINDISABLED\r\n" + tag + " OK done");
                } else {
                    say(client, tag + " BAD not in the clear");
                }
            }
        }
    }

    private Socket encrypted(Socket client) throws IOException {
        SSLSocket layer = (SSLSocket) tls.getSocketFactory().createSocket(client, null, client.getPort(), true);
        layer.setUseClientMode(false);
        layer.startHandshake();
        return layer;
    }

    private static void say(Socket to, String line) throws IOException {
        OutputStream out = to.getOutputStream();
        out.write((line + "\r\n").getBytes(US_ASCII));
        out.flush();
    }

    /** One line, byte by byte: what follows it may be encrypted. */
    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int read = in.read(); read >= 0 && read != '\n'; read = in.read()) {
            line.append((char) read);
        }
        return line.toString().strip();
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
