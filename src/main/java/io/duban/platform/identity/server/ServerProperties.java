package io.duban.platform.identity.server;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What can be set about the embedded authorization server.
 *
 * @param enabled whether it is started; switch it off when an outside issuer logs people in
 * @param port where it listens; 0 takes any free port
 * @param issuer the address that browsers and phones know it by; by default {@code http://localhost:<port>}
 * @param origins the web origins that may call the token endpoint from a browser
 * @param clients our own applications by client id; what is given here replaces the default of the same name
 */
@ConfigurationProperties("duban.identity.server")
record ServerProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("9000") int port,
        @Nullable URI issuer,
        @DefaultValue("http://localhost:8080") List<String> origins,
        @DefaultValue Map<String, OwnClient> clients) {

    // A native application may use any port on 127.0.0.1 (RFC 8252, 7.3); the one written here only gives the path.
    private static final Map<String, OwnClient> OWN_CLIENTS = Map.of(
            "duban-phone",
                    new OwnClient(
                            List.of("cn.duban.app:/callback", "http://127.0.0.1:8085/callback"),
                            List.of("cn.duban.app:/signed-out")),
            "duban-desktop",
                    new OwnClient(
                            List.of("http://localhost:8080/login/callback", "http://127.0.0.1:8085/callback"),
                            List.of("http://localhost:8080/")));

    ServerProperties {
        Map<String, OwnClient> all = new LinkedHashMap<>(OWN_CLIENTS);
        all.putAll(clients);
        clients = Map.copyOf(all);
    }

    /**
     * An application of our own: it keeps no secret, and nobody is asked for consent.
     *
     * @param redirectUris where a code may be sent, compared exactly
     * @param afterLogOut where a browser may be sent after logging out
     */
    record OwnClient(
            @DefaultValue List<String> redirectUris,
            @DefaultValue List<String> afterLogOut) {}
}
