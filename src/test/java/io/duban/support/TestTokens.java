package io.duban.support;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;

/**
 * An issuer of tokens for tests: a key of its own, published where the application looks for keys, so that every check of a token is the real
 * one. {@code TestTokens.of(person)} is what a phone of the office would carry.
 */
public final class TestTokens {

    public static final String AUDIENCE = "duban";
    public static final String PHONE = "duban-phone";
    public static final String DESKTOP = "duban-desktop";

    private static final Duration LIFETIME = Duration.ofMinutes(15);
    private static final ECKey KEY = key();
    private static final String ISSUER = publish(new JWKSet(KEY).toString());

    private TestTokens() {}

    /** What the tokens name as their issuer; its keys are at {@link #keys()}. */
    public static String issuer() {
        return ISSUER;
    }

    public static String keys() {
        return ISSUER + "/keys";
    }

    /** A token of the office's phone app. */
    public static String of(UUID person) {
        return of(person, PHONE, LIFETIME);
    }

    public static String of(UUID person, String client, Duration lifetime) {
        var now = Instant.now();
        return sign(new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .subject(person.toString())
                .claim("client_id", client)
                .claim("scope", "office")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(lifetime)))
                .jwtID(UUID.randomUUID().toString())
                .build());
    }

    /** A token of any claims, for what must be refused. */
    public static String sign(JWTClaimsSet claims) {
        return signAs("at+jwt", claims);
    }

    /** A token of another type, such as an ID token. */
    public static String signAs(String type, JWTClaimsSet claims) {
        return sign(type, KEY, claims);
    }

    /** A token with our key's name, signed by somebody else's. */
    public static String signWithAnotherKey(JWTClaimsSet claims) {
        return sign("at+jwt", key(), claims);
    }

    /** A token whose "signature" is made of our public key, for a verifier that lets the token choose the algorithm. */
    public static String withSecret(JWTClaimsSet claims) {
        try {
            var header = new JWSHeader.Builder(JWSAlgorithm.HS256)
                    .type(new JOSEObjectType("at+jwt"))
                    .keyID(KEY.getKeyID())
                    .build();
            var token = new SignedJWT(header, claims);
            token.sign(new MACSigner(KEY.toPublicJWK().toString().getBytes(StandardCharsets.UTF_8)));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String sign(String type, ECKey key, JWTClaimsSet claims) {
        try {
            var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                    .type(new JOSEObjectType(type))
                    .keyID(key.getKeyID())
                    .build();
            var token = new SignedJWT(header, claims);
            token.sign(new ECDSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ECKey key() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID("test").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String publish(String keys) {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/keys", exchange -> {
                var body = keys.getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
            server.start();
            return "http://127.0.0.1:" + server.getAddress().getPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
