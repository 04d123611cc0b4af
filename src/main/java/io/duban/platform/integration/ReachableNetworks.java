package io.duban.platform.integration;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses partners may be called back at (OWASP API7): public ones, and the networks the security administrator allowed. Everything that IANA keeps
 * for another purpose is out: of IPv4 it is listed, of IPv6 only the part that is given to the public is let in, and of that not what stands for an IPv4 address.
 */
final class ReachableNetworks {

    private static final List<IpSubnetFilterRule> NOT_PUBLIC = Stream.of(
                    "0.0.0.0/8", // this network
                    "10.0.0.0/8", // private
                    "100.64.0.0/10", // shared by carriers (CGNAT)
                    "127.0.0.0/8", // loopback
                    "169.254.0.0/16", // link-local, where clouds tell their secrets
                    "172.16.0.0/12", // private
                    "192.0.0.0/24", // protocol assignments
                    "192.0.2.0/24", // documentation
                    "192.31.196.0/24", // AS112
                    "192.52.193.0/24", // AMT
                    "192.88.99.0/24", // 6to4 relays
                    "192.168.0.0/16", // private
                    "192.175.48.0/24", // AS112
                    "198.18.0.0/15", // benchmarking
                    "198.51.100.0/24", // documentation
                    "203.0.113.0/24", // documentation
                    "224.0.0.0/4", // multicast
                    "240.0.0.0/4", // reserved, and broadcast
                    "2001::/23", // protocol assignments; Teredo stands for an IPv4 address
                    "2001:db8::/32", // documentation
                    "2002::/16", // 6to4 stands for an IPv4 address
                    "2620:4f:8000::/48", // AS112
                    "3fff::/20") // documentation
            .map(ReachableNetworks::rule)
            .toList();

    private static final IpSubnetFilterRule PUBLIC_IPV6 = rule("2000::/3");

    private final List<IpSubnetFilterRule> allowed;

    /** @throws IllegalArgumentException for what is no network, such as {@code 10.1.2.0/24} */
    ReachableNetworks(Collection<String> allowed) {
        this.allowed = allowed.stream().map(ReachableNetworks::rule).toList();
    }

    boolean admits(InetAddress address) {
        return isAllowed(address) || isPublic(address);
    }

    /** Whether the security administrator let it in by name. */
    boolean isAllowed(InetAddress address) {
        return isIn(allowed, address);
    }

    private static boolean isPublic(InetAddress address) {
        return !isIn(NOT_PUBLIC, address)
                && (!(address instanceof Inet6Address) || isIn(List.of(PUBLIC_IPV6), address));
    }

    private static boolean isIn(List<IpSubnetFilterRule> networks, InetAddress address) {
        var endpoint = new InetSocketAddress(address, 0);
        return networks.stream().anyMatch(network -> network.matches(endpoint));
    }

    private static IpSubnetFilterRule rule(String network) {
        return new IpSubnetFilterRule(network, IpFilterRuleType.ACCEPT);
    }
}
