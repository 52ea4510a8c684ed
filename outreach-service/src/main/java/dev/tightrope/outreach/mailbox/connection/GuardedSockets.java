package dev.tightrope.outreach.mailbox.connection;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.SocketFactory;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Makes guarded sockets for one mail store and keeps hold of them: closing them ends whatever waits on them at once,
 * while Angus' own ways to close ask a server first that may no longer be there.
 */
public final class GuardedSockets extends SocketFactory {
    private final AllowedHosts allowed;
    private final @Nullable SSLContext tls;
    private final List<Socket> made = new CopyOnWriteArrayList<>();

    GuardedSockets(AllowedHosts allowed, @Nullable SSLContext tls) {
        this.allowed = allowed;
        this.tls = tls;
    }

    @Override
    public Socket createSocket() throws IOException {
        Socket socket = new GuardedSocket(allowed, tls);
        made.add(socket);
        return socket;
    }

    /** Closes every socket made here. */
    public void drop() throws IOException {
        for (Socket socket : made) {
            socket.close();
        }
    }

    /** Whether the connection is over: every socket made here is closed, by whomever. */
    public boolean areClosed() {
        return !made.isEmpty() && made.stream().allMatch(Socket::isClosed);
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
