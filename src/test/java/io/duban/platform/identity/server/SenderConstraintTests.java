package io.duban.platform.identity.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Tokens bound to the caller's key (RFC 9449), for applications that bring one. */
class SenderConstraintTests {

    private final Caller caller = new Caller();
    private final ECKey key = key();

    @Test
    void tokenIsBoundToTheKeyThatAskedForIt() throws Exception {
        JsonNode tokens = signInWith(key);

        assertThat(tokens.path("token_type").asString()).isEqualTo("DPoP");
        assertThat(Caller.part(tokens.path("access_token"), 1)
                        .path("cnf")
                        .path("jkt")
                        .asString())
                .isEqualTo(key.computeThumbprint().toString());
    }

    @Test
    void boundTokenIsRefreshedWithItsKeyOnly() {
        String token = signInWith(key).path("refresh_token").asString();

        assertThat(caller.refresh(token).statusCode()).isEqualTo(400);
        assertThat(refresh(token, key()).path("error").asString()).isEqualTo("invalid_dpop_proof");
        assertThat(refresh(token, key).path("token_type").asString()).isEqualTo("DPoP");
    }

    private JsonNode signInWith(ECKey key) {
        caller.authorize(Map.of());
        var back = caller.get(Caller.location(caller.logIn("clerk", RunningServer.PASSWORD)));
        Map<String, String> asked = new HashMap<>(Map.of(
                "grant_type",
                "authorization_code",
                "client_id",
                "duban-phone",
                "redirect_uri",
                Caller.PHONE,
                "code_verifier",
                Caller.VERIFIER));
        asked.put("code", Caller.query(back).get("code"));
        return Caller.json(caller.post("/oauth2/token", asked, "DPoP", proof(key)));
    }

    private JsonNode refresh(String token, ECKey key) {
        return Caller.json(caller.post(
                "/oauth2/token",
                Map.of("grant_type", "refresh_token", "client_id", "duban-phone", "refresh_token", token),
                "DPoP",
                proof(key)));
    }

    private static String proof(ECKey key) {
        try {
            var proof = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.ES256)
                            .type(new JOSEObjectType("dpop+jwt"))
                            .jwk(key.toPublicJWK())
                            .build(),
                    new JWTClaimsSet.Builder()
                            .jwtID(UUID.randomUUID().toString())
                            .issueTime(Date.from(Instant.now()))
                            .claim("htm", "POST")
                            .claim("htu", RunningServer.INSTANCE.issuer() + "/oauth2/token")
                            .build());
            proof.sign(new ECDSASigner(key));
            return proof.serialize();
        } catch (JOSEException failed) {
            throw new AssertionError(failed);
        }
    }

    private static ECKey key() {
        try {
            return new ECKeyGenerator(Curve.P_256).generate();
        } catch (JOSEException failed) {
            throw new AssertionError(failed);
        }
    }
}
