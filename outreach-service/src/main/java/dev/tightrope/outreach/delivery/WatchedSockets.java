package dev.tightrope.outreach.delivery;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.function.Supplier;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** Keeps hold of the plain socket beneath one transport, encrypted or not, which Angus does not give away. */
final class WatchedSockets extends SocketFactory {
    private static final int GLANCE_MILLIS = 1;

    private final Supplier<Socket> source;
    private @Nullable Socket latest;

    WatchedSockets(Supplier<Socket> source) {
        this.source = source;
    }

    @Override
    public Socket createSocket() {
        Socket socket = source.get();
        latest = socket;
        return socket;
    }

    /** TLS on sockets of Angus' own making, which it prefers as soon as it is told how to encrypt. */
    SSLSocketFactory encryptedBy(SSLSocketFactory tls) {
        return new LayeredTls(tls, plain -> latest = plain);
    }

    /**
     * Passes only while the peer neither closed the connection nor said anything: inside DATA it has nothing to say but
     * that it gives up. Reads below TLS, which is harmless: a connection with something to read is given
     * up anyway.
     */
    void requireSilentAndOpen() throws IOException {
        Socket socket = socket();
        int timeout = socket.getSoTimeout();
        socket.setSoTimeout(GLANCE_MILLIS);
        int read;
        try {
            read = socket.getInputStream().read();
        } catch (SocketTimeoutException silent) {
            socket.setSoTimeout(timeout);
            return;
        }
        throw new IOException(read < 0 ? "the server closed the connection" : "the server spoke before the dot");
    }

    void setTimeout(int millis) throws IOException {
        socket().setSoTimeout(millis);
    }

    private Socket socket() throws IOException {
        Socket socket = latest;
        if (socket == null) {
            throw new IOException("not connected");
        }
        return socket;
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        throw new IOException("only unconnected sockets are made here");
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        return createSocket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return createSocket(host.getHostName(), port);
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort)
            throws IOException {
        return createSocket(address, port);
    }
}
