package io.duban.platform.integration;

import io.duban.platform.problem.Refusal;
import io.netty.util.NetUtil;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a partner may name as his address. Where its name leads is asked when something is sent there, each time. */
final class WebhookAddresses {

    /** What some resolvers take for a number, however it is written: 127.1, 2130706433, 0x7f000001. */
    private static final Pattern NUMERIC = Pattern.compile("(.*\\.)?(0[xX][0-9a-fA-F]*|[0-9]+)\\.?|\\[.*]");

    private final Set<Integer> ports;
    private final ReachableNetworks networks;

    WebhookAddresses(Set<Integer> ports, ReachableNetworks networks) {
        this.ports = ports;
        this.networks = networks;
    }

    /** @throws Refusal {@code E_GEN_VALIDATION} at {@code /url} */
    void require(String url) {
        var address = parsed(url);
        var host = address == null ? null : address.getHost();
        if (address == null || host == null || address.getRawUserInfo() != null || address.getRawFragment() != null) {
            throw wrong(
                    "须为完整网址,主机用域名(ASCII),不得带用户信息或片段。",
                    "Give a whole address with a host name in ASCII, and without user or fragment.");
        }
        if (isAllowedByNumber(address, host)) {
            return;
        }
        if (!"https".equalsIgnoreCase(address.getScheme())) {
            throw wrong("须使用 https。", "Only https is called back.");
        }
        if (NUMERIC.matcher(host).matches()) {
            throw wrong("须使用域名,不得直接写 IP 地址。", "Give a host name, not the number of an address.");
        }
        if (!ports.contains(address.getPort() < 0 ? 443 : address.getPort())) {
            throw wrong("端口须为 %s 之一。".formatted(sorted()), "The port is one of %s.".formatted(sorted()));
        }
    }

    private boolean isAllowedByNumber(URI address, String host) {
        var number = NetUtil.createInetAddressFromIpAddressString(host.replaceAll("[\\[\\]]", ""));
        return number != null
                && networks.isAllowed(number)
                && Set.of("http", "https").contains(address.getScheme());
    }

    private static @Nullable URI parsed(String url) {
        try {
            return new URI(url);
        } catch (URISyntaxException notOne) {
            return null;
        }
    }

    private String sorted() {
        return ports.stream().sorted().toList().toString();
    }

    private static Refusal wrong(String chinese, String english) {
        return Refusal.invalid("/url", chinese, english);
    }
}
