package io.duban.platform.pages.worker;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.jspecify.annotations.Nullable;

/** The certificates this office trusts to name signers; nobody is trusted because a file says so. Revocation lists are not asked. */
final class TrustAnchors {

    private static final BouncyCastleProvider CRYPTOGRAPHY = new BouncyCastleProvider();

    private final List<X509Certificate> trusted;

    private TrustAnchors(List<X509Certificate> trusted) {
        this.trusted = trusted;
    }

    static TrustAnchors none() {
        return new TrustAnchors(List.of());
    }

    /** @param file certificates as PEM, one after the other; empty for none */
    static TrustAnchors of(String file) throws IOException {
        if (file.isEmpty()) {
            return none();
        }
        try (var pem = Files.newInputStream(Path.of(file))) {
            var certificates = new ArrayList<X509Certificate>();
            for (var certificate : factory().generateCertificates(pem)) {
                certificates.add((X509Certificate) certificate);
            }
            return new TrustAnchors(certificates);
        } catch (GeneralSecurityException broken) {
            throw new IOException("the trusted certificates cannot be read", broken);
        }
    }

    private static CertificateFactory factory() throws GeneralSecurityException {
        return CertificateFactory.getInstance("X.509", CRYPTOGRAPHY);
    }

    X509Certificate certificate(byte[] bytes) throws GeneralSecurityException {
        var found = factory().generateCertificate(new ByteArrayInputStream(bytes));
        if (found == null) {
            throw new GeneralSecurityException("no certificate");
        }
        return (X509Certificate) found;
    }

    /** Whether it is trusted itself, or was issued directly by one that is and was valid then. */
    boolean vouchFor(X509Certificate certificate, @Nullable Instant at) {
        return trusted.stream().anyMatch(anchor -> anchor.equals(certificate) || issued(anchor, certificate, at));
    }

    private static boolean issued(X509Certificate anchor, X509Certificate certificate, @Nullable Instant at) {
        boolean valid = at != null
                && !at.isBefore(anchor.getNotBefore().toInstant())
                && !at.isAfter(anchor.getNotAfter().toInstant());
        if (!valid
                || anchor.getBasicConstraints() < 0
                || !anchor.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())) {
            return false;
        }
        try {
            certificate.verify(anchor.getPublicKey(), CRYPTOGRAPHY);
            return true;
        } catch (GeneralSecurityException | RuntimeException otherKey) {
            return false;
        }
    }

    /** The common name, else the organisation, else the whole. */
    static String name(X500Principal principal) {
        var name = X500Name.getInstance(principal.getEncoded());
        for (var kind : List.of(BCStyle.CN, BCStyle.O)) {
            var found = name.getRDNs(kind);
            if (found.length > 0) {
                return IETFUtils.valueToString(found[0].getFirst().getValue());
            }
        }
        return name.toString();
    }
}
