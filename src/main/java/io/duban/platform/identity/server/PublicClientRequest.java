package io.duban.platform.identity.server;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.web.authentication.AuthenticationConverter;

/** Recognises an application without a secret that refreshes or revokes a token; the library only knows it with a code. */
class PublicClientRequest implements AuthenticationConverter {

    /** Marks the client authentication that {@link PublicClientCheck} answers for. */
    static final String TOKEN_IN_HAND = "duban.token-in-hand";

    @Override
    public @Nullable Authentication convert(HttpServletRequest request) {
        String clientId = single(request, "client_id");
        boolean refreshes = "refresh_token".equals(single(request, "grant_type"));
        boolean revokes = request.getServletPath().endsWith("/revoke");
        if (clientId == null || !(refreshes || revokes) || bringsSecret(request)) {
            return null;
        }
        return new OAuth2ClientAuthenticationToken(
                clientId, ClientAuthenticationMethod.NONE, null, Map.of(TOKEN_IN_HAND, true));
    }

    private static boolean bringsSecret(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.AUTHORIZATION) != null
                || request.getParameter("client_secret") != null
                || request.getParameter("client_assertion") != null;
    }

    private static @Nullable String single(HttpServletRequest request, String name) {
        String[] values = request.getParameterValues(name);
        return values != null && values.length == 1 && !values[0].isBlank() ? values[0] : null;
    }
}
