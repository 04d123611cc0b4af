package io.duban.platform.web;

import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.web.util.pattern.PathPattern;

/**
 * One operation as the contract states it.
 *
 * @param authz a row of the permission matrix, or {@code self} (any officer, about himself), or {@code public}
 * @param queryParameters the only query parameters it takes; any other is refused
 * @param upload whether it takes a file, which over a village's network may take minutes
 * @param stream whether it answers with an event stream, which no request deadline may cut
 * @param onBehalf whether a delegate may ask for it in the name of his principal
 */
public record Operation(
        String id,
        HttpMethod method,
        PathPattern path,
        String authz,
        Set<String> queryParameters,
        boolean upload,
        boolean stream,
        boolean onBehalf) {

    public static final String SELF = "self";
    public static final String PUBLIC = "public";

    public Operation(
            String id,
            HttpMethod method,
            PathPattern path,
            String authz,
            Set<String> queryParameters,
            boolean upload,
            boolean stream) {
        this(id, method, path, authz, queryParameters, upload, stream, false);
    }
}
