package dev.tightrope.outreach.inbound;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Keeps hold of the plain socket beneath a mail connection. Closing it ends whatever waits on it at once, while Angus'
 * own ways to close ask a server first that may no longer be there.
 */
final class DroppableSockets extends SocketFactory {
    private volatile @Nullable Socket latest;

    @Override
    public Socket createSocket() {
        Socket socket = new Socket();
        latest = socket;
        return socket;
    }

    void drop() throws IOException {
        Socket socket = latest;
        if (socket != null) {
            socket.close();
        }
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
