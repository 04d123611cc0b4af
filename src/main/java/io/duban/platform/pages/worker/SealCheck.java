package io.duban.platform.pages.worker;

import io.duban.platform.pages.PaperFailure;
import io.duban.platform.pages.SealFinding;
import io.duban.platform.pages.SealVerdict;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * Checks a seal in the order a lie would show: the protected parts against their hashes, the description against the signature, the signature
 * against the certificate, the certificate against the seal, the seal against its maker, and both certificates against those this office trusts.
 */
final class SealCheck {

    private final Archive archive;
    private final TrustAnchors anchors;
    private final Set<String> broken = new TreeSet<>();
    private final Set<String> doubts = new TreeSet<>();

    SealCheck(Archive archive, TrustAnchors anchors) {
        this.archive = archive;
        this.anchors = anchors;
    }

    SealFinding check(OfdSeals.Seal seal, List<Integer> pages) throws IOException, PaperFailure {
        var part = seal.part();
        var description = seal.description();
        var value = seal.value();
        if (part == null || description == null || value == null) {
            broken.add("签章数据缺失");
            return finding(SealVerdict.BROKEN, null, pages, broken);
        }
        references(part, description);
        var content = seal.content();
        if (content == null) {
            doubts.add("签名值不是可识别的电子签章格式，未核验");
            return finding(broken.isEmpty() ? SealVerdict.UNCHECKED : SealVerdict.BROKEN, null, pages, reasons());
        }
        try {
            signature(part, description, content);
            stamp(content);
            embedded(part, description, content);
        } catch (GeneralSecurityException | RuntimeException unreadable) {
            broken.add("证书或签名无法读取");
        }
        var verdict =
                !broken.isEmpty() ? SealVerdict.BROKEN : doubts.isEmpty() ? SealVerdict.VALID : SealVerdict.UNTRUSTED;
        return finding(verdict, content, pages, reasons());
    }

    private Set<String> reasons() {
        var all = new TreeSet<>(broken);
        all.addAll(doubts);
        return all;
    }

    private void references(String part, Element description) throws IOException, PaperFailure {
        var references = Xml.child(Xml.child(description, "SignedInfo"), "References");
        var method = references == null ? null : Xml.attribute(references, "CheckMethod");
        boolean some = false;
        boolean content = false;
        for (var reference : Xml.children(references, "Reference")) {
            some = true;
            var place = Xml.attribute(reference, "FileRef");
            var name = place == null ? "" : Archive.resolve(part, place);
            content |= name.endsWith("Document.xml") || name.endsWith("Content.xml");
            var bytes = archive.bytes(name);
            var told = Xml.words(reference, "CheckValue");
            if (bytes == null || told == null || !Arrays.equals(hash(method, bytes), decoded(told))) {
                broken.add("受保护的文件已被改动：" + name);
            }
        }
        if (!some || !content) {
            broken.add("签章没有保护正文");
        }
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException broken) {
            return new byte[0];
        }
    }

    private byte @Nullable [] hash(@Nullable String method, byte[] bytes) {
        if (Cryptography.isWeak(method)) {
            doubts.add("使用了不安全的摘要算法");
        }
        return Cryptography.digest(method, bytes);
    }

    private void signature(String part, Element description, SealContent content)
            throws GeneralSecurityException, IOException, PaperFailure {
        var references = Xml.child(Xml.child(description, "SignedInfo"), "References");
        var method = references == null ? null : Xml.attribute(references, "CheckMethod");
        var bytes = archive.bytes(part);
        if (bytes == null || !Arrays.equals(hash(method, bytes), content.dataHash())) {
            broken.add("签章描述已被改动");
        }
        var certificate = anchors.certificate(content.certificate());
        if (!Cryptography.verified(certificate, content.algorithm(), content.signed(), content.signature())) {
            broken.add("签名值与证书不符");
        }
        trust(certificate, content.signedAt(), "签章人");
        if (!isOneOf(content.seal().certificates(), content.certificate())) {
            broken.add("签章人证书不在印章的授权名单中");
        }
    }

    private boolean isOneOf(List<byte[]> allowed, byte[] certificate) {
        var hash = hash("SM3", certificate);
        return allowed.stream().anyMatch(one -> Arrays.equals(one, certificate) || Arrays.equals(one, hash));
    }

    private void stamp(SealContent content) throws GeneralSecurityException {
        var seal = content.seal();
        var maker = anchors.certificate(seal.certificate());
        if (!Cryptography.verified(maker, seal.algorithm(), seal.signed(), seal.signature())) {
            broken.add("印章与其制章者的签名不符");
        }
        trust(maker, content.signedAt(), "制章者");
        var at = content.signedAt();
        if (at == null || isOutside(at, seal.validFrom(), seal.validUntil())) {
            doubts.add(at == null ? "签章时间无法读取" : "签章时印章不在有效期内");
        }
    }

    private static boolean isOutside(Instant at, @Nullable Instant from, @Nullable Instant until) {
        return from == null || until == null || at.isBefore(from) || at.isAfter(until);
    }

    // The seal beside the signature is what other programs show; it must be the one that signed.
    private void embedded(String part, Element description, SealContent content) throws IOException, PaperFailure {
        var place = Xml.words(Xml.child(Xml.child(description, "SignedInfo"), "Seal"), "BaseLoc");
        var bytes = place == null ? null : archive.bytes(Archive.resolve(part, place));
        if (bytes != null && !Arrays.equals(bytes, content.seal().whole())) {
            broken.add("所附印章不是签名所用的印章");
        }
    }

    private void trust(X509Certificate certificate, @Nullable Instant at, String who) {
        if (at != null
                && isOutside(
                        at,
                        certificate.getNotBefore().toInstant(),
                        certificate.getNotAfter().toInstant())) {
            doubts.add("签章时" + who + "证书不在有效期内");
        }
        if (!anchors.vouchFor(certificate, at)) {
            doubts.add(who + "证书的签发者不在信任名单中");
        }
    }

    private SealFinding finding(
            SealVerdict verdict, @Nullable SealContent content, List<Integer> pages, Set<String> reasons) {
        X509Certificate certificate = null;
        try {
            certificate = content == null ? null : anchors.certificate(content.certificate());
        } catch (GeneralSecurityException | RuntimeException unreadable) {
            // Told among the reasons.
        }
        return new SealFinding(
                verdict,
                content == null ? null : content.seal().name(),
                certificate == null ? null : TrustAnchors.name(certificate.getSubjectX500Principal()),
                certificate == null ? null : TrustAnchors.name(certificate.getIssuerX500Principal()),
                content == null ? null : content.signedAt(),
                pages,
                reasons.stream().limit(20).toList());
    }
}
