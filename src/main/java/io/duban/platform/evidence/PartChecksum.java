package io.duban.platform.evidence;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** The hash of one piece, as its sender computed it. */
public final class PartChecksum {

    private final Algorithm algorithm;
    private final byte[] hash;

    public PartChecksum(Algorithm algorithm, byte[] hash) {
        this.algorithm = algorithm;
        this.hash = hash.clone();
    }

    /** How it was computed. SHA-1 is good enough against a damaged line, and every tus client has it. */
    public enum Algorithm {
        SHA1("SHA-1"),
        SHA256("SHA-256");

        private final String javaName;

        Algorithm(String javaName) {
            this.javaName = javaName;
        }
    }

    MessageDigest digest() throws NoSuchAlgorithmException {
        return MessageDigest.getInstance(algorithm.javaName);
    }

    boolean matches(MessageDigest digest) {
        return Arrays.equals(hash, digest.digest());
    }
}
