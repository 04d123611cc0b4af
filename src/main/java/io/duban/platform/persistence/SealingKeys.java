package io.duban.platform.persistence;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256-GCM with the key in use and the earlier ones. Each text is bound to a context, so that a record put under another row does not open. A text
 * of 200 bytes takes microseconds, which an event loop can spare; the keys are read once, at the start.
 */
public final class SealingKeys {

    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final String property;
    private final String current;
    private final Map<String, SecretKey> byId;
    private final SecureRandom random = new SecureRandom();

    /**
     * @param property whose keys these are, as the configuration names it: {@code duban.reporters}
     * @param currentId what is sealed with {@code current} bears it
     * @param earlier keys in Base64 by their ids, which still open
     * @throws IllegalStateException for a key that is not 32 bytes in Base64; it is not told
     */
    public SealingKeys(String property, String currentId, String current, Map<String, String> earlier) {
        this.property = property;
        this.current = currentId;
        var keys = new HashMap<String, SecretKey>();
        earlier.forEach((id, key) -> keys.put(id, key(id, key)));
        keys.put(currentId, key(currentId, current));
        this.byId = Map.copyOf(keys);
    }

    /** What was sealed, and by which key. */
    public record Sealed(String keyId, byte[] nonce, byte[] text) {}

    /** A new key, in Base64. */
    public static String fresh() {
        var key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }

    public Sealed seal(byte[] text, byte[] context) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        return new Sealed(current, nonce, run(Cipher.ENCRYPT_MODE, current, nonce, text, context));
    }

    /** @throws IllegalStateException when the key is not known, or the record is not what was sealed under this context */
    public byte[] open(Sealed sealed, byte[] context) {
        return run(Cipher.DECRYPT_MODE, sealed.keyId(), sealed.nonce(), sealed.text(), context);
    }

    /** A short text sealed into one column: {@code <key id>:<nonce and text in Base64>}. */
    public String sealText(String text, UUID boundTo) {
        var sealed = seal(text.getBytes(StandardCharsets.UTF_8), context(boundTo));
        var both = ByteBuffer.allocate(sealed.nonce().length + sealed.text().length)
                .put(sealed.nonce())
                .put(sealed.text());
        return sealed.keyId() + ":" + Base64.getEncoder().encodeToString(both.array());
    }

    /** The text that {@link #sealText} sealed, as {@link #open}. */
    public String openText(String sealed, UUID boundTo) {
        int end = sealed.lastIndexOf(':');
        var both = Base64.getDecoder().decode(sealed.substring(end + 1));
        var nonce = Arrays.copyOf(both, NONCE_BYTES);
        var text = Arrays.copyOfRange(both, NONCE_BYTES, both.length);
        return new String(
                open(new Sealed(sealed.substring(0, end), nonce, text), context(boundTo)), StandardCharsets.UTF_8);
    }

    /** The context of what belongs to one row. */
    public static byte[] context(UUID id) {
        return ByteBuffer.allocate(Long.BYTES * 2)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private byte[] run(int mode, String keyId, byte[] nonce, byte[] text, byte[] context) {
        var key = byId.get(keyId);
        if (key == null) {
            throw new IllegalStateException("%s.earlier-keys lacks the key %s".formatted(property, keyId));
        }
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(context);
            return cipher.doFinal(text);
        } catch (GeneralSecurityException unsound) {
            throw new IllegalStateException(
                    "What %s sealed does not open with the key %s".formatted(property, keyId), unsound);
        }
    }

    private SecretKey key(String id, String base64) {
        try {
            var bytes = Base64.getDecoder().decode(base64.strip());
            if (bytes.length == KEY_BYTES) {
                return new SecretKeySpec(bytes, "AES");
            }
        } catch (IllegalArgumentException notBase64) {
            // said below, without the key
        }
        throw new IllegalStateException("%s: the key %s is not %d bytes in Base64".formatted(property, id, KEY_BYTES));
    }
}
