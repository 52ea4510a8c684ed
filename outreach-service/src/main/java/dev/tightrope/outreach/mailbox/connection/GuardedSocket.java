package dev.tightrope.outreach.mailbox.connection;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketOption;
import java.nio.channels.SocketChannel;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * A socket with a channel that connects to allowed addresses only. The address is checked where it is used: a name that
 * was looked up before could lead elsewhere the next time.
 */
final class GuardedSocket extends Socket {
    private final AllowedHosts allowed;
    private final SocketChannel channel;
    private final Socket socket;
    private final @Nullable SSLContext tls;
    private volatile @Nullable SSLSocket encrypted;

    /**
     * Makes one.
     *
     * @param tls speaks TLS from the first byte; done here because Angus, given trust of our own, would make the socket
     *     itself: unguarded, and without its channel
     */
    GuardedSocket(AllowedHosts allowed, @Nullable SSLContext tls) throws IOException {
        this.allowed = allowed;
        this.tls = tls;
        this.channel = SocketChannel.open();
        this.socket = channel.socket();
    }

    @Override
    public void connect(SocketAddress endpoint, int timeout) throws IOException {
        InetSocketAddress address = (InetSocketAddress) endpoint;
        allowed.check(address);
        socket.connect(address, timeout);
        if (tls != null) {
            SSLSocket layer = (SSLSocket)
                    tls.getSocketFactory().createSocket(socket, address.getHostString(), address.getPort(), true);
            SSLParameters parameters = layer.getSSLParameters();
            // The certificate has to bear the host's name (RFC 2818).
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            layer.setSSLParameters(parameters);
            layer.startHandshake();
            encrypted = layer;
        }
    }

    @Override
    public void connect(SocketAddress endpoint) throws IOException {
        connect(endpoint, 0);
    }

    @Override
    public SocketChannel getChannel() {
        return channel;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return streams().getInputStream();
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return streams().getOutputStream();
    }

    private Socket streams() {
        SSLSocket layer = encrypted;
        return layer == null ? socket : layer;
    }

    @Override
    public synchronized void close() throws IOException {
        channel.close();
    }

    @Override
    public void bind(SocketAddress address) throws IOException {
        socket.bind(address);
    }

    @Override
    public void shutdownInput() throws IOException {
        socket.shutdownInput();
    }

    @Override
    public void shutdownOutput() throws IOException {
        socket.shutdownOutput();
    }

    @Override
    public boolean isConnected() {
        return socket.isConnected();
    }

    @Override
    public boolean isBound() {
        return socket.isBound();
    }

    @Override
    public boolean isClosed() {
        return !channel.isOpen();
    }

    @Override
    public boolean isInputShutdown() {
        return socket.isInputShutdown();
    }

    @Override
    public boolean isOutputShutdown() {
        return socket.isOutputShutdown();
    }

    @Override
    public InetAddress getInetAddress() {
        return socket.getInetAddress();
    }

    @Override
    public InetAddress getLocalAddress() {
        return socket.getLocalAddress();
    }

    @Override
    public int getPort() {
        return socket.getPort();
    }

    @Override
    public int getLocalPort() {
        return socket.getLocalPort();
    }

    @Override
    public SocketAddress getRemoteSocketAddress() {
        return socket.getRemoteSocketAddress();
    }

    @Override
    public SocketAddress getLocalSocketAddress() {
        return socket.getLocalSocketAddress();
    }

    @Override
    public synchronized void setSoTimeout(int timeout) throws SocketException {
        socket.setSoTimeout(timeout);
    }

    @Override
    public synchronized int getSoTimeout() throws SocketException {
        return socket.getSoTimeout();
    }

    @Override
    public void setTcpNoDelay(boolean on) throws SocketException {
        socket.setTcpNoDelay(on);
    }

    @Override
    public void setKeepAlive(boolean on) throws SocketException {
        socket.setKeepAlive(on);
    }

    @Override
    public <T> Socket setOption(SocketOption<T> name, T value) throws IOException {
        socket.setOption(name, value);
        return this;
    }

    @Override
    public <T> T getOption(SocketOption<T> name) throws IOException {
        return socket.getOption(name);
    }

    @Override
    public Set<SocketOption<?>> supportedOptions() {
        return socket.supportedOptions();
    }
}
