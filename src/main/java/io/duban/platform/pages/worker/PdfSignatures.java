package io.duban.platform.pages.worker;

import io.duban.platform.pages.SealFinding;
import io.duban.platform.pages.SealVerdict;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.jspecify.annotations.Nullable;

/** Checks the signatures inside a PDF that are detached CMS; others are named and left unchecked. */
final class PdfSignatures {

    private static final BouncyCastleProvider CRYPTOGRAPHY = new BouncyCastleProvider();

    private PdfSignatures() {}

    static SealFinding check(PDSignature signature, Path file, TrustAnchors anchors) throws IOException {
        var kind = String.valueOf(signature.getSubFilter());
        if (!kind.equals("adbe.pkcs7.detached") && !kind.equals("ETSI.CAdES.detached")) {
            return finding(SealVerdict.UNCHECKED, signature, null, List.of("签名格式 " + kind + " 未核验"));
        }
        try (var pdf = new BufferedInputStream(Files.newInputStream(file));
                var again = new BufferedInputStream(Files.newInputStream(file))) {
            var content = new CMSProcessableByteArray(signature.getSignedContent(pdf));
            return checked(signature, new CMSSignedData(content, signature.getContents(again)), file, anchors);
        } catch (CMSException | GeneralSecurityException | OperatorCreationException | RuntimeException unreadable) {
            return finding(SealVerdict.BROKEN, signature, null, List.of("证书或签名无法读取"));
        }
    }

    private static SealFinding checked(PDSignature signature, CMSSignedData data, Path file, TrustAnchors anchors)
            throws IOException, GeneralSecurityException, CMSException, OperatorCreationException {
        var signers = data.getSignerInfos().getSigners();
        if (signers.isEmpty()) {
            return finding(SealVerdict.BROKEN, signature, null, List.of("没有签名人"));
        }
        var signer = signers.iterator().next();
        var certificate = certificate(data, signer, anchors);
        if (certificate == null) {
            return finding(SealVerdict.BROKEN, signature, null, List.of("没有签名人的证书"));
        }
        if (!verified(signer, certificate)) {
            return finding(SealVerdict.BROKEN, signature, certificate, List.of("文件与签名不符，签名后被改动"));
        }
        var doubts = new ArrayList<String>();
        var range = signature.getByteRange();
        if (range.length != 4 || range[0] != 0 || (long) range[2] + range[3] != Files.size(file)) {
            doubts.add("签名之后又添加了内容");
        }
        var at = time(signature);
        if (at == null
                || at.isBefore(certificate.getNotBefore().toInstant())
                || at.isAfter(certificate.getNotAfter().toInstant())) {
            doubts.add("签名时证书不在有效期内");
        }
        if (!anchors.vouchFor(certificate, at)) {
            doubts.add("签名人证书的签发者不在信任名单中");
        }
        return finding(doubts.isEmpty() ? SealVerdict.VALID : SealVerdict.UNTRUSTED, signature, certificate, doubts);
    }

    private static boolean verified(SignerInformation signer, X509Certificate certificate)
            throws OperatorCreationException {
        try {
            return signer.verify(new JcaSimpleSignerInfoVerifierBuilder()
                    .setProvider(CRYPTOGRAPHY)
                    .build(certificate.getPublicKey()));
        } catch (CMSException changed) {
            return false;
        }
    }

    private static @Nullable X509Certificate certificate(
            CMSSignedData data, SignerInformation signer, TrustAnchors anchors)
            throws IOException, GeneralSecurityException {
        @SuppressWarnings("unchecked")
        var found = data.getCertificates().getMatches(signer.getSID());
        for (var holder : found) {
            return anchors.certificate(((org.bouncycastle.cert.X509CertificateHolder) holder).getEncoded());
        }
        return null;
    }

    private static @Nullable Instant time(PDSignature signature) {
        var date = signature.getSignDate();
        return date == null ? null : date.toInstant();
    }

    private static SealFinding finding(
            SealVerdict verdict, PDSignature signature, @Nullable X509Certificate certificate, List<String> reasons) {
        return new SealFinding(
                verdict,
                null,
                certificate == null ? signature.getName() : TrustAnchors.name(certificate.getSubjectX500Principal()),
                certificate == null ? null : TrustAnchors.name(certificate.getIssuerX500Principal()),
                time(signature),
                List.of(),
                reasons);
    }
}
