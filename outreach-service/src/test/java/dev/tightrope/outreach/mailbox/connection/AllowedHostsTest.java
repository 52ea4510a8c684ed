package dev.tightrope.outreach.mailbox.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody may look around in our own network by naming its addresses as mail servers. */
class AllowedHostsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.8.8.8",
                "0.0.0.0",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "100.127.255.255",
                "192.0.0.8",
                "198.18.0.1",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fd00::1",
                "fc00::1",
                "ff02::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "2001::1",
                "2001:db8::1",
                "::7f00:1",
                "2130706433",
                "localhost"
            })
    void privateAddressesAreRefused(String host) {
        assertThat(new AllowedHosts(false).refuses(host)).isTrue();
        assertThat(new AllowedHosts(true).refuses(host)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8.8.8.8",
                "100.63.255.255",
                "100.128.0.1",
                "172.15.0.1",
                "172.32.0.1",
                "192.1.0.1",
                "198.17.0.1",
                "2a00:1450:4009:81e::200e",
                "2001:4860:4860::8888"
            })
    void publicOnesAreNot(String host) {
        assertThat(new AllowedHosts(false).refuses(host)).isFalse();
    }

    @Test
    void theAddressIsCheckedWhereItIsConnectedTo() throws Exception {
        try (ServerSocket inside = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            InetSocketAddress there = new InetSocketAddress("localhost", inside.getLocalPort());
            try (GuardedSocket socket = new GuardedSocket(new AllowedHosts(false), null)) {
                assertThatThrownBy(() -> socket.connect(there, 1000)).isInstanceOf(RefusedHostException.class);
                assertThat(socket.isConnected()).isFalse();
            }
            try (GuardedSocket socket = new GuardedSocket(new AllowedHosts(true), null)) {
                socket.connect(there, 1000);
                assertThat(socket.isConnected()).isTrue();
            }
        }
    }
}
