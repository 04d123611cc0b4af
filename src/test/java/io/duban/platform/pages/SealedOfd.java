package io.duban.platform.pages;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERGeneralizedTime;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** An OFD with an electronic seal (GB/T 38540, SM2 and SM3) by an authority of the test's own. */
final class SealedOfd {

    static final Instant SIGNED_AT = Instant.parse("2026-11-20T02:00:00Z");
    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2029-01-01T00:00:00Z");
    private static final BouncyCastleProvider BC = new BouncyCastleProvider();
    private static final String SM2 = "1.2.156.10197.1.501";
    private static final String SIGNATURE = "Doc_0/Signs/Sign_0/Signature.xml";

    final X509Certificate authority;
    private final KeyPair signer = keys();
    private final KeyPair maker = keys();
    private final X509Certificate signerCertificate;
    private final X509Certificate makerCertificate;

    SealedOfd() {
        var authorityKeys = keys();
        authority = certificate("CN=南湖区测试根证书", authorityKeys, "CN=南湖区测试根证书", authorityKeys, true);
        signerCertificate = certificate("CN=南湖区人民政府办公室", signer, "CN=南湖区测试根证书", authorityKeys, false);
        makerCertificate = certificate("CN=制章中心", maker, "CN=南湖区测试根证书", authorityKeys, false);
    }

    /** The authority's certificate as PEM. */
    byte[] anchors() {
        try {
            var body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(authority.getEncoded());
            return ("-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n")
                    .getBytes(StandardCharsets.US_ASCII);
        } catch (CertificateEncodingException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The parts of a paper with these words, sealed. */
    Map<String, byte[]> parts(String words) {
        var parts = PaperSamples.ofd(PaperSamples.line(words));
        try {
            seal(parts);
            return parts;
        } catch (GeneralSecurityException | IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void seal(Map<String, byte[]> parts) throws GeneralSecurityException, IOException {
        var seal = stamp();
        parts.put("Doc_0/Signs/Sign_0/Seal.esl", seal.getEncoded());
        var references = new StringBuilder();
        for (var part : parts.entrySet()) {
            references
                    .append("<ofd:Reference FileRef=\"/")
                    .append(part.getKey())
                    .append("\"><ofd:CheckValue>")
                    .append(Base64.getEncoder().encodeToString(sm3(part.getValue())))
                    .append("</ofd:CheckValue></ofd:Reference>");
        }
        parts.put(
                "Doc_0/Signs/Signatures.xml",
                PaperSamples.xml("<ofd:Signatures %s><ofd:Signature ID=\"1\" Type=\"Seal\" BaseLoc=\"/" + SIGNATURE
                        + "\"/></ofd:Signatures>"));
        parts.put(
                SIGNATURE,
                PaperSamples.xml(
                        "<ofd:Signature %s><ofd:SignedInfo><ofd:SignatureMethod>" + SM2
                                + "</ofd:SignatureMethod><ofd:Seal><ofd:BaseLoc>Seal.esl</ofd:BaseLoc></ofd:Seal>"
                                + "<ofd:StampAnnot ID=\"2\" PageRef=\"1\" Boundary=\"120 220 40 40\"/><ofd:References CheckMethod=\"SM3\">"
                                + references
                                + "</ofd:References></ofd:SignedInfo><ofd:SignedValue>SignedValue.dat</ofd:SignedValue></ofd:Signature>"));
        parts.put(
                "Doc_0/Signs/Sign_0/SignedValue.dat",
                signed(seal, sm3(parts.get(SIGNATURE))).getEncoded());
    }

    private DERSequence stamp() throws GeneralSecurityException, IOException {
        var property = sequence(
                new ASN1Integer(3),
                new DERUTF8String("南湖区人民政府办公室"),
                new ASN1Integer(1),
                sequence(new DEROctetString(signerCertificate.getEncoded())),
                time(FROM),
                time(FROM),
                time(UNTIL));
        var info = sequence(
                sequence(new DERIA5String("ES"), new ASN1Integer(4), new DERIA5String("test")),
                new DERIA5String("seal-1"),
                property,
                sequence(
                        new DERIA5String("PNG"),
                        new DEROctetString(PaperSamples.png(40, 40)),
                        new ASN1Integer(40),
                        new ASN1Integer(40)));
        return sequence(
                info,
                new DEROctetString(makerCertificate.getEncoded()),
                new ASN1ObjectIdentifier(SM2),
                new DERBitString(signature(maker, info.getEncoded())));
    }

    private DERSequence signed(DERSequence seal, byte[] hash) throws GeneralSecurityException, IOException {
        var content = sequence(
                new ASN1Integer(4), seal, time(SIGNED_AT), new DERBitString(hash), new DERIA5String("/" + SIGNATURE));
        return sequence(
                content,
                new DEROctetString(signerCertificate.getEncoded()),
                new ASN1ObjectIdentifier(SM2),
                new DERBitString(signature(signer, content.getEncoded())));
    }

    private static byte[] signature(KeyPair keys, byte[] bytes) throws GeneralSecurityException {
        var signature = Signature.getInstance(SM2, BC);
        signature.initSign(keys.getPrivate());
        signature.update(bytes);
        return signature.sign();
    }

    private static byte[] sm3(byte[] bytes) throws GeneralSecurityException {
        return MessageDigest.getInstance("SM3", BC).digest(bytes);
    }

    private static DERSequence sequence(ASN1Encodable... parts) {
        return new DERSequence(parts);
    }

    private static DERGeneralizedTime time(Instant at) {
        return new DERGeneralizedTime(Date.from(at));
    }

    private static KeyPair keys() {
        try {
            var generator = KeyPairGenerator.getInstance("EC", BC);
            generator.initialize(new ECGenParameterSpec("sm2p256v1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static X509Certificate certificate(
            String subject, KeyPair keys, String issuer, KeyPair issuerKeys, boolean authority) {
        try {
            var builder = new JcaX509v3CertificateBuilder(
                            new X500Name(issuer),
                            BigInteger.valueOf(System.nanoTime()),
                            Date.from(FROM),
                            Date.from(UNTIL),
                            new X500Name(subject),
                            keys.getPublic())
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
            var signer =
                    new JcaContentSignerBuilder("SM3WITHSM2").setProvider(BC).build(issuerKeys.getPrivate());
            return new JcaX509CertificateConverter().setProvider(BC).getCertificate(builder.build(signer));
        } catch (GeneralSecurityException | OperatorCreationException | IOException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
