package io.duban.bench.streams;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Access tokens as the product's own authorization server would issue them: signed with its key, so that they are checked as any other. */
final class Tokens {

    private static final Duration LIFETIME = Duration.ofHours(2);

    private final ECKey key;
    private final JWSSigner signer;
    private final String issuer;

    /** Signing costs more than all else a phone needs of the benchmark. */
    private final Map<UUID, String> signed = new ConcurrentHashMap<>();

    private Tokens(ECKey key, String issuer) throws JOSEException {
        this.key = key;
        this.signer = new ECDSASigner(key);
        this.issuer = issuer;
    }

    /** @param home of the product */
    static Tokens of(Path home, String issuer) throws IOException {
        try (var files = Files.walk(home)) {
            var file = files.filter(path -> path.endsWith("authorization.jwk"))
                    .findFirst()
                    .orElseThrow();
            return new Tokens(ECKey.parse(Files.readString(file)), issuer);
        } catch (ParseException | JOSEException noKey) {
            throw new IllegalStateException(noKey);
        }
    }

    String of(UUID person) {
        return signed.computeIfAbsent(person, this::sign);
    }

    private String sign(UUID person) {
        var now = Instant.now();
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .type(new JOSEObjectType("at+jwt"))
                        .keyID(key.getKeyID())
                        .build(),
                new JWTClaimsSet.Builder()
                        .issuer(issuer)
                        .audience("duban")
                        .subject(person.toString())
                        .claim("client_id", "duban-phone")
                        .claim("scope", "office")
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plus(LIFETIME)))
                        .jwtID(UUID.randomUUID().toString())
                        .build());
        try {
            token.sign(signer);
            return token.serialize();
        } catch (JOSEException fault) {
            throw new IllegalStateException(fault);
        }
    }
}
