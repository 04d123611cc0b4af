package io.duban.platform.identity.server;

import java.util.List;
import java.util.Map;

/** Corrects what the library says about us, so that the metadata names what we do and nothing else. */
final class Metadata {

    private static final List<String> CLIENT_AUTHENTICATION =
            List.of("none", "client_secret_basic", "client_secret_post");

    private Metadata() {}

    static void correct(Map<String, Object> claims) {
        claims.put("grant_types_supported", List.of("authorization_code", "refresh_token", "client_credentials"));
        claims.put("token_endpoint_auth_methods_supported", CLIENT_AUTHENTICATION);
        claims.put("revocation_endpoint_auth_methods_supported", CLIENT_AUTHENTICATION);
        claims.put("introspection_endpoint_auth_methods_supported", CLIENT_AUTHENTICATION.subList(1, 3));
        claims.put("authorization_response_iss_parameter_supported", true);
        claims.remove("tls_client_certificate_bound_access_tokens");
    }

    static void correctOpenId(Map<String, Object> claims) {
        correct(claims);
        claims.put("scopes_supported", List.of("openid", "profile", "office"));
        claims.put("id_token_signing_alg_values_supported", List.of("ES256"));
    }
}
