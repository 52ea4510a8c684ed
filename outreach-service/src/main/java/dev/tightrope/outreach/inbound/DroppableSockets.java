package dev.tightrope.outreach.inbound;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.SocketFactory;

/**
 * Keeps hold of the plain sockets beneath a mail store, which has one for itself and one for its folder. Closing them ends whatever waits on it at once, while Angus'
 * own ways to close ask a server first that may no longer be there.
 */
final class DroppableSockets extends SocketFactory {
    private final List<Socket> made = new CopyOnWriteArrayList<>();

    @Override
    public Socket createSocket() {
        Socket socket = new Socket();
        made.add(socket);
        return socket;
    }

    void drop() throws IOException {
        for (Socket socket : made) {
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
