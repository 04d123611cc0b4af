package io.duban.platform.identity.server;

import io.duban.platform.identity.server.ServerProperties.OwnClient;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Collection;
import java.util.stream.Collectors;

/** The content security policy of our pages: no script, no resource, and forms that lead only to us and our applications. */
final class ContentSecurity {

    private ContentSecurity() {}

    static String policy(String style, Collection<OwnClient> clients) {
        return "default-src 'none'; style-src 'sha256-" + hash(style) + "'; base-uri 'none'; frame-ancestors 'none'; "
                + "form-action 'self' " + targets(clients);
    }

    // Browsers hold a form's redirects to form-action too, and ours end at the application that asked.
    private static String targets(Collection<OwnClient> clients) {
        return clients.stream()
                .flatMap(client -> client.redirectUris().stream())
                .map(uri -> source(URI.create(uri)))
                .distinct()
                .sorted()
                .collect(Collectors.joining(" "));
    }

    private static String source(URI uri) {
        if (uri.getAuthority() == null) {
            return uri.getScheme() + ":";
        }
        boolean anyPort = "127.0.0.1".equals(uri.getHost()) || "[::1]".equals(uri.getHost());
        return uri.getScheme() + "://" + (anyPort ? uri.getHost() + ":*" : uri.getAuthority());
    }

    private static String hash(String style) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
