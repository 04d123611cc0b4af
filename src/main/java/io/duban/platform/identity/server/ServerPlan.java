package io.duban.platform.identity.server;

import io.duban.platform.identity.server.ServerProperties.OwnClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The settings with nothing left open: the port and the issuer are known before the server starts. */
record ServerPlan(
        int port, URI issuer, String audience, Path home, List<String> origins, Map<String, OwnClient> clients) {

    static ServerPlan of(ServerProperties properties, String audience, Path home) {
        int port = properties.port() == 0 ? freePort() : properties.port();
        URI issuer = properties.issuer() == null ? URI.create("http://localhost:" + port) : properties.issuer();
        return new ServerPlan(port, issuer, audience, home, properties.origins(), properties.clients());
    }

    boolean overTls() {
        return "https".equals(issuer.getScheme());
    }

    // The issuer is written into tokens and metadata, so the port has to be chosen before anything listens on it.
    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }
}
