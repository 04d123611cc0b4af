package io.duban.platform.audit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Seals the remembered points, so that who can write into the database cannot move one over a row he changed. The key is derived from the secret that all
 * instances share; under another secret points are unknown, which costs a walk and is no alarm.
 */
@Component
class PointSeal {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int ID_LENGTH = 16;

    private final SecretKeySpec key;
    private final String keyId;

    PointSeal(@Value("${duban.cursor-secret}") String secret) {
        var shared = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
        this.key = new SecretKeySpec(mac(shared, "duban audit points"), ALGORITHM);
        this.keyId = HexFormat.of().formatHex(mac(key, "id")).substring(0, ID_LENGTH);
    }

    String keyId() {
        return keyId;
    }

    byte[] of(AuditPoint point) {
        var hash = point.hash() == null ? "" : HexFormat.of().formatHex(point.hash());
        return mac(
                key,
                "%d|%s|%d|%s|%s|%s|%s"
                        .formatted(
                                point.chain(),
                                point.walk(),
                                point.seq(),
                                hash,
                                point.beganAt(),
                                point.movedAt(),
                                point.endedAt()));
    }

    boolean fits(AuditPoint point, byte[] seal) {
        return MessageDigest.isEqual(of(point), seal);
    }

    private static byte[] mac(SecretKeySpec key, String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
