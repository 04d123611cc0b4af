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
 * Seals the remembered bookmarks, so that who can write into the database cannot move one over a row he changed. The key is derived from the secret that all
 * instances share; under another secret bookmarks are unknown, which costs a walk and is no alarm.
 */
@Component
class BookmarkSeal {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int ID_LENGTH = 16;

    private final SecretKeySpec key;
    private final String keyId;

    BookmarkSeal(@Value("${duban.cursor-secret}") String secret) {
        var shared = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
        this.key = new SecretKeySpec(mac(shared, "duban audit bookmarks"), ALGORITHM);
        this.keyId = HexFormat.of().formatHex(mac(key, "id")).substring(0, ID_LENGTH);
    }

    String keyId() {
        return keyId;
    }

    byte[] of(AuditBookmark bookmark) {
        var hash = bookmark.hash() == null ? "" : HexFormat.of().formatHex(bookmark.hash());
        return mac(
                key,
                "%d|%s|%d|%s|%s|%s|%s"
                        .formatted(
                                bookmark.chain(),
                                bookmark.walk(),
                                bookmark.seq(),
                                hash,
                                bookmark.beganAt(),
                                bookmark.movedAt(),
                                bookmark.endedAt()));
    }

    boolean fits(AuditBookmark bookmark, byte[] seal) {
        return MessageDigest.isEqual(of(bookmark), seal);
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
