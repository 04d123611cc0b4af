package io.duban.platform.integration;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.util.NetUtil;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Only what is everybody's is called back. */
class ReachableNetworksTests {

    private static final ReachableNetworks NETWORKS = new ReachableNetworks(List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "10.255.255.255",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.0.9",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.8",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.7",
                "203.0.113.7",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::7f00:1",
                "::ffff:10.0.0.1",
                "::ffff:127.0.0.1",
                "64:ff9b::7f00:1",
                "64:ff9b::a00:1",
                "64:ff9b:1::1",
                "100::1",
                "2001::1",
                "2001:0:4136:e378:8000:63bf:3fff:fdd2",
                "2001:10::1",
                "2001:20::1",
                "2001:db8::1",
                "2002:7f00:1::1",
                "2002:a00:1::1",
                "3fff::1",
                "5f00::1",
                "fc00::1",
                "fd12:3456::1",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void keepsAwayFromWhatIsNotPublic(String address) {
        assertThat(NETWORKS.admits(NetUtil.createInetAddressFromIpAddressString(address)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.1",
                "100.63.255.255",
                "100.128.0.1",
                "128.0.0.1",
                "172.15.255.255",
                "172.32.0.1",
                "192.167.255.255",
                "192.169.0.1",
                "223.5.5.5",
                "2400:3200::1",
                "2606:4700::1111",
                "2001:4860::8888"
            })
    void reachesWhatIs(String address) {
        assertThat(NETWORKS.admits(NetUtil.createInetAddressFromIpAddressString(address)))
                .isTrue();
    }

    @Property
    void neverReachesAnIpv4AddressOfAPrivateNetworkHoweverItIsWrapped(@ForAll @Size(3) byte[] rest)
            throws UnknownHostException {
        var inside = new byte[] {10, rest[0], rest[1], rest[2]};
        for (var wrapping :
                List.of("::", "64:ff9b::", "64:ff9b:1::", "2002::", "2001::", "fe80::", "fd00::", "::ffff:0:0:0")) {
            var whole = NetUtil.createByteArrayFromIpAddressString(wrapping);
            System.arraycopy(inside, 0, whole, 12, 4);
            assertThat(NETWORKS.admits(Inet6Address.getByAddress(null, whole, -1)))
                    .as(wrapping)
                    .isFalse();
        }
        assertThat(NETWORKS.admits(InetAddress.getByAddress(inside))).isFalse();
    }

    @Property
    void takesWhatJavaItselfCallsSpecialForNoPublicAddress(
            @ForAll @Size(4) byte[] four, @ForAll @Size(16) byte[] sixteen) throws UnknownHostException {
        for (var address : List.of(InetAddress.getByAddress(four), InetAddress.getByAddress(sixteen))) {
            if (address.isAnyLocalAddress()
                    || address.isLoopbackAddress()
                    || address.isLinkLocalAddress()
                    || address.isSiteLocalAddress()
                    || address.isMulticastAddress()) {
                assertThat(NETWORKS.admits(address)).as(address.toString()).isFalse();
            }
        }
    }

    @Test
    void letsInWhatTheSecurityAdministratorAllowedAndNothingBeside() {
        var allowed = new ReachableNetworks(List.of("10.1.2.0/24", "fd12::/16"));
        assertThat(allowed.admits(NetUtil.createInetAddressFromIpAddressString("10.1.2.200")))
                .isTrue();
        assertThat(allowed.admits(NetUtil.createInetAddressFromIpAddressString("fd12::9")))
                .isTrue();
        assertThat(allowed.admits(NetUtil.createInetAddressFromIpAddressString("10.1.3.1")))
                .isFalse();
        assertThat(allowed.admits(NetUtil.createInetAddressFromIpAddressString("fd13::9")))
                .isFalse();
        assertThat(allowed.isAllowed(NetUtil.createInetAddressFromIpAddressString("1.1.1.1")))
                .isFalse();
    }
}
