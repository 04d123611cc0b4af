package io.duban.platform.refusals;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;

/** What a request says of itself beside its content. Its query is left alone: a file name stands there. */
record AskedFor(ServerWebExchange exchange) {

    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    @Nullable
    String address() {
        var remote = exchange.getRequest().getRemoteAddress();
        return remote == null || remote.getAddress() == null
                ? null
                : remote.getAddress().getHostAddress();
    }

    @Nullable
    UUID subjectId() {
        var found = ID.matcher(exchange.getRequest().getURI().getRawPath());
        return found.find() ? UUID.fromString(found.group()) : null;
    }

    @Nullable
    UUID key() {
        var header = exchange.getRequest().getHeaders().getFirst("Idempotency-Key");
        return header != null && ID.matcher(header).matches() ? UUID.fromString(header) : null;
    }

    /** SHA-256 of method, path and version seen, in hex. */
    String hash() {
        var request = exchange.getRequest();
        var line = "%s %s %s"
                .formatted(
                        request.getMethod(),
                        request.getURI().getRawPath(),
                        request.getHeaders().getFirst(HttpHeaders.IF_MATCH));
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(line.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
