package dev.tightrope.outreach.mailbox.connection;

import dev.tightrope.outreach.mailbox.MailboxesSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;

/**
 * Which servers a user may make us connect to: those on the Internet. Whoever could name others could look around in our
 * own network through the answers.
 */
@ApplicationScoped
public class AllowedHosts {
    private final boolean allowPrivate;

    @Inject
    AllowedHosts(MailboxesSettings settings) {
        this(settings.allowPrivateHosts());
    }

    /** With or without private ones. */
    public AllowedHosts(boolean allowPrivate) {
        this.allowPrivate = allowPrivate;
    }

    /** Whether servers in our own network, and connections without TLS, are allowed. */
    public boolean allowPrivate() {
        return allowPrivate;
    }

    /** Whether a name leads to an address that is refused now; a name nobody knows may be known later. */
    public boolean refuses(String host) {
        try {
            for (InetAddress address : InetAddress.getAllByName(host)) {
                if (refuses(address)) {
                    return true;
                }
            }
            return false;
        } catch (UnknownHostException e) {
            return false;
        }
    }

    boolean refuses(InetAddress address) {
        return !allowPrivate && !isPublic(address);
    }

    /** Refuses to connect where nobody may. */
    void check(InetSocketAddress address) throws IOException {
        if (address.isUnresolved()) {
            throw new UnknownHostException(address.getHostString());
        }
        if (refuses(address.getAddress())) {
            throw new RefusedHostException(address.getHostString());
        }
    }

    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        return address instanceof Inet6Address ? isPublicIpv6(bytes) : isPublicIpv4(bytes);
    }

    private static boolean isPublicIpv4(byte[] bytes) {
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        int third = bytes[2] & 0xff;
        boolean sharedByProviders = first == 100 && (second & 0xc0) == 64;
        boolean protocols = first == 192 && second == 0 && (third == 0 || third == 2);
        boolean benchmarks = first == 198 && (second & 0xfe) == 18;
        return first != 0 && first < 240 && !sharedByProviders && !protocols && !benchmarks;
    }

    /** Global unicast alone, without the ranges that carry an IPv4 address inside (6to4, Teredo). */
    private static boolean isPublicIpv6(byte[] bytes) {
        int first = (bytes[0] & 0xff) << 8 | bytes[1] & 0xff;
        int second = (bytes[2] & 0xff) << 8 | bytes[3] & 0xff;
        boolean global = (first & 0xe000) == 0x2000;
        return global && first != 0x2002 && !(first == 0x2001 && (second == 0 || second == 0xdb8));
    }
}
