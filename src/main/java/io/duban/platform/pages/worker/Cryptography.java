package io.duban.platform.pages.worker;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.SignatureException;
import java.security.cert.X509Certificate;
import java.util.Locale;
import java.util.Set;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.jspecify.annotations.Nullable;

/** Hashes and signatures, with the Chinese ones (SM2, SM3) that the JDK does not know. */
final class Cryptography {

    private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();
    private static final String SM3 = "1.2.156.10197.1.401";
    private static final Set<String> WEAK = Set.of("MD5", "SHA1", "SHA-1");

    private Cryptography() {}

    /** Whether two files of one hash can be made on purpose. */
    static boolean isWeak(@Nullable String method) {
        return WEAK.contains(name(method));
    }

    /** The hash; null when the method is not known. */
    static byte @Nullable [] digest(@Nullable String method, byte[] bytes) {
        try {
            return MessageDigest.getInstance(name(method), PROVIDER).digest(bytes);
        } catch (GeneralSecurityException unknown) {
            return null;
        }
    }

    // The standard's own default is MD5.
    private static String name(@Nullable String method) {
        var name = method == null ? "MD5" : method.toUpperCase(Locale.ROOT);
        return name.equals(SM3) ? "SM3" : name;
    }

    static boolean verified(X509Certificate certificate, String algorithm, byte[] bytes, byte[] signature)
            throws GeneralSecurityException {
        var check = Signature.getInstance(algorithm, PROVIDER);
        check.initVerify(certificate.getPublicKey());
        check.update(bytes);
        try {
            return check.verify(signature);
        } catch (SignatureException malformed) {
            return false;
        }
    }
}
