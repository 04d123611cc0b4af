package io.duban.hotline.reporters;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256-GCM with the key in use and the earlier ones. Each text is bound to a context, so that a record put under another ticket does not open. A text
 * of 200 bytes takes microseconds, which an event loop can spare; the keys are read once, at the start.
 */
final class SealingKeys {

    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final String current;
    private final Map<String, SecretKey> byId;
    private final SecureRandom random = new SecureRandom();

    SealingKeys(String currentId, String current, Map<String, String> earlier) {
        this.current = currentId;
        var keys = new HashMap<String, SecretKey>();
        earlier.forEach((id, key) -> keys.put(id, key(id, key)));
        keys.put(currentId, key(currentId, current));
        this.byId = Map.copyOf(keys);
    }

    /** What was sealed, and by which key. */
    record Sealed(String keyId, byte[] nonce, byte[] text) {}

    static String fresh() {
        var key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }

    Sealed seal(byte[] text, byte[] context) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        return new Sealed(current, nonce, run(Cipher.ENCRYPT_MODE, current, nonce, text, context));
    }

    /** @throws IllegalStateException when the key is not known, or the record is not what was sealed under this context */
    byte[] open(Sealed sealed, byte[] context) {
        return run(Cipher.DECRYPT_MODE, sealed.keyId(), sealed.nonce(), sealed.text(), context);
    }

    private byte[] run(int mode, String keyId, byte[] nonce, byte[] text, byte[] context) {
        var key = byId.get(keyId);
        if (key == null) {
            throw new IllegalStateException("duban.reporters.earlier-keys lacks the key " + keyId);
        }
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(context);
            return cipher.doFinal(text);
        } catch (GeneralSecurityException unsound) {
            throw new IllegalStateException("A reporter's record does not open with the key " + keyId, unsound);
        }
    }

    private static SecretKey key(String id, String base64) {
        try {
            var bytes = Base64.getDecoder().decode(base64.strip());
            if (bytes.length == KEY_BYTES) {
                return new SecretKeySpec(bytes, "AES");
            }
        } catch (IllegalArgumentException notBase64) {
            // said below, without the key
        }
        throw new IllegalStateException("The reporters' key %s is not %d bytes in Base64".formatted(id, KEY_BYTES));
    }
}
