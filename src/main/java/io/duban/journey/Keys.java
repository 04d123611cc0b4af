package io.duban.journey;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Idempotency keys made from what is asked (UUID version 5), so that a second run of the journey repeats the first instead of doubling it. */
final class Keys {

    private static final UUID JOURNEY = UUID.fromString("6f1c5a52-52a1-4c6b-9d0f-64a1b6f3c0de");

    private Keys() {}

    static UUID of(Kind kind, String path, @Nullable String seen, byte[] body) {
        return of((kind + " " + path + " " + seen + " ").getBytes(StandardCharsets.UTF_8), body);
    }

    private static UUID of(byte[] name, byte[] body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-1");
            digest.update(ByteBuffer.allocate(16)
                    .putLong(JOURNEY.getMostSignificantBits())
                    .putLong(JOURNEY.getLeastSignificantBits())
                    .array());
            digest.update(name);
            ByteBuffer hash = ByteBuffer.wrap(digest.digest(body));
            long high = hash.getLong() & ~0xF000L | 0x5000L;
            long low = hash.getLong() & ~(3L << 62) | 1L << 63;
            return new UUID(high, low);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has SHA-1", impossible);
        }
    }
}
