package dev.tightrope.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/** Finds free TCP ports on the loopback address and tells whether one answers. */
public final class Ports {

    /**
     * Below the ports that Linux, macOS and Windows give to clients (from 32768 or 49152 on): a connection of any
     * program could take one of those in the seconds before its server listens, and a client that asks whether the
     * server is there could be connected to itself.
     */
    private static final int FIRST = 20_000;

    private static final int LAST = 32_767;

    private static final RandomGenerator RANDOM = RandomGenerator.getDefault();
    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    private Ports() {}

    /** A port that is free now, and given to nobody else by this JVM. */
    public static int free() {
        for (int tries = 0; tries < 1000; tries++) {
            int port = RANDOM.nextInt(FIRST, LAST + 1);
            if (!GIVEN.contains(port) && isFree(port) && GIVEN.add(port)) {
                return port;
            }
        }
        throw new IllegalStateException("No free port between " + FIRST + " and " + LAST);
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    /** Whether something accepts connections on the port. */
    public static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException nobodyThere) {
            return false;
        }
    }
}
