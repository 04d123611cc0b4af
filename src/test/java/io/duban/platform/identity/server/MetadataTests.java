package io.duban.platform.identity.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class MetadataTests {

    private final RunningServer server = RunningServer.INSTANCE;
    private final Caller caller = new Caller();

    @Test
    void discoveryNamesWhatIsOffered() {
        JsonNode found = Caller.json(caller.get("/.well-known/openid-configuration"));

        assertThat(found.path("issuer").asString()).isEqualTo(server.issuer().toString());
        assertThat(found.path("code_challenge_methods_supported")).hasToString("[\"S256\"]");
        assertThat(found.path("id_token_signing_alg_values_supported")).hasToString("[\"ES256\"]");
        assertThat(found.path("grant_types_supported"))
                .hasToString("[\"authorization_code\",\"refresh_token\",\"client_credentials\"]");
        assertThat(found.path("token_endpoint_auth_methods_supported").toString())
                .contains("\"none\"");
        assertThat(found.path("authorization_response_iss_parameter_supported").asBoolean())
                .isTrue();
        assertThat(found.has("end_session_endpoint")).isTrue();
    }

    @Test
    void metadataOfRfc8414AgreesWithDiscovery() {
        JsonNode metadata = Caller.json(caller.get("/.well-known/oauth-authorization-server"));
        JsonNode discovery = Caller.json(caller.get("/.well-known/openid-configuration"));

        metadata.propertyNames()
                .forEach(name -> assertThat(discovery.path(name)).as(name).isEqualTo(metadata.path(name)));
    }

    @Test
    void keysArePublicHalvesOnly() {
        JsonNode keys = Caller.json(caller.get("/oauth2/jwks")).path("keys");

        assertThat(keys).hasSize(1);
        assertThat(keys.path(0).path("alg").asString()).isEqualTo("ES256");
        assertThat(keys.path(0).has("d")).isFalse();
    }

    @Test
    void signingKeyIsReadableByItsOwnerOnly() throws Exception {
        var permissions = Files.getPosixFilePermissions(server.home.resolve("keys/authorization.jwk"));

        assertThat(PosixFilePermissions.toString(permissions)).isEqualTo("rw-------");
    }

    @Test
    void scriptsOfListedOriginsMayAskForTokens() {
        assertThat(allowedOrigin("https://app.example")).isEqualTo("https://app.example");
        assertThat(allowedOrigin("https://elsewhere.example")).isNull();
    }

    @Test
    void whatIsNotOfferedIsNotFound() {
        assertThat(caller.get("/actuator").statusCode()).isEqualTo(404);
    }

    private String allowedOrigin(String origin) {
        return caller.get("/oauth2/jwks", "Origin", origin)
                .headers()
                .firstValue("Access-Control-Allow-Origin")
                .orElse(null);
    }
}
