package io.duban.platform.evidence;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The hashes of files that are still coming, each over what counts as here and no byte more, so that a file need not be read again when its last piece is
 * in. A hash that was forgotten, as after a start, is made of the file itself.
 */
final class PartHashes {

    private static final int MOST = 1_000;

    private final Map<UUID, PartHash> hashes = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, PartHash> eldest) {
            return size() > MOST;
        }
    };

    /**
     * A hash on its way.
     *
     * @param length how many bytes it is over
     */
    record PartHash(MessageDigest digest, long length) {

        PartHash over(long more) {
            return new PartHash(digest, more);
        }
    }

    /** What was kept is the caller's alone from now on; null when a hash would have to begin in the middle. */
    synchronized @Nullable PartHash begin(UUID id, long length) throws NoSuchAlgorithmException {
        var kept = hashes.remove(id);
        if (length == 0) {
            return new PartHash(MessageDigest.getInstance("SHA-256"), 0);
        }
        return kept != null && kept.length == length ? kept : null;
    }

    synchronized void keep(UUID id, PartHash hash) {
        hashes.put(id, hash);
    }

    /** Hexadecimal digits; null when there is none over exactly so many bytes. */
    synchronized @Nullable String end(UUID id, long length) {
        var kept = hashes.remove(id);
        return kept != null && kept.length == length ? HexFormat.of().formatHex(kept.digest.digest()) : null;
    }

    synchronized void forget(UUID id) {
        hashes.remove(id);
    }
}
