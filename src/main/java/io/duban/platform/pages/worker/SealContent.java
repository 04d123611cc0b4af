package io.duban.platform.pages.worker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.ASN1UTCTime;
import org.bouncycastle.asn1.DERSequence;
import org.jspecify.annotations.Nullable;

/**
 * An electronic seal's signature as GB/T 38540-2020 (version 4) or GM/T 0031-2014 (version 1) lay it out.
 *
 * @param signed the bytes the signer signed
 * @param dataHash the hash of the description inside what was signed
 * @param certificate of the signer
 * @param algorithm of the signature, as an object identifier
 * @param signature over {@code signed}
 * @param signedAt the signer's claim; null when it is a time stamp of a form not read here
 * @param seal the seal that was used
 */
record SealContent(
        byte[] signed,
        byte[] dataHash,
        byte[] certificate,
        String algorithm,
        byte[] signature,
        @Nullable Instant signedAt,
        Stamp seal) {

    /**
     * The seal (印章) itself, as its maker issued it.
     *
     * @param whole all its bytes
     * @param signed the bytes its maker signed
     * @param name what stands on it
     * @param certificates of those who may use it, or hashes of them in version 4
     * @param certificate of its maker
     */
    record Stamp(
            byte[] whole,
            byte[] signed,
            String name,
            List<byte[]> certificates,
            @Nullable Instant validFrom,
            @Nullable Instant validUntil,
            byte[] certificate,
            String algorithm,
            byte[] signature,
            OfdSeals.Picture picture) {}

    OfdSeals.Picture picture() {
        return seal.picture();
    }

    /** The signature understood; null when it is of another form. */
    static @Nullable SealContent of(byte[] bytes) {
        try {
            var whole = ASN1Sequence.getInstance(bytes);
            return whole.size() >= 4 ? version4(whole) : version1(whole);
        } catch (IOException | ParseException | RuntimeException other) {
            return null;
        }
    }

    private static SealContent version4(ASN1Sequence whole) throws IOException, ParseException {
        var signed = ASN1Sequence.getInstance(whole.getObjectAt(0));
        return new SealContent(
                der(signed),
                bits(signed.getObjectAt(3)),
                octets(whole.getObjectAt(1)),
                oid(whole.getObjectAt(2)),
                bits(whole.getObjectAt(3)),
                time(signed.getObjectAt(2)),
                stamp(ASN1Sequence.getInstance(signed.getObjectAt(1))));
    }

    private static SealContent version1(ASN1Sequence whole) throws IOException, ParseException {
        var signed = ASN1Sequence.getInstance(whole.getObjectAt(0));
        return new SealContent(
                der(signed),
                bits(signed.getObjectAt(3)),
                octets(signed.getObjectAt(5)),
                oid(signed.getObjectAt(6)),
                bits(whole.getObjectAt(1)),
                time(signed.getObjectAt(2)),
                stamp(ASN1Sequence.getInstance(signed.getObjectAt(1))));
    }

    private static Stamp stamp(ASN1Sequence seal) throws IOException, ParseException {
        var info = ASN1Sequence.getInstance(seal.getObjectAt(0));
        boolean first = seal.size() == 2; // version 1 keeps the maker's part in a sequence of its own
        var maker = first ? ASN1Sequence.getInstance(seal.getObjectAt(1)) : seal;
        int at = first ? 0 : 1;
        var property = ASN1Sequence.getInstance(info.getObjectAt(2));
        var picture = ASN1Sequence.getInstance(info.getObjectAt(3));
        int list = first ? 2 : 3;
        return new Stamp(
                der(seal),
                first ? signedOfVersion1(info, maker) : der(info),
                words(property.getObjectAt(1)),
                certificates(ASN1Sequence.getInstance(property.getObjectAt(list))),
                time(property.getObjectAt(list + 2)),
                time(property.getObjectAt(list + 3)),
                octets(maker.getObjectAt(at)),
                oid(maker.getObjectAt(at + 1)),
                bits(maker.getObjectAt(at + 2)),
                new OfdSeals.Picture(words(picture.getObjectAt(0)), octets(picture.getObjectAt(1))));
    }

    // Version 1 signs the seal's information, the maker's certificate and the algorithm as one sequence.
    private static byte[] signedOfVersion1(ASN1Sequence info, ASN1Sequence maker) throws IOException {
        return der(new DERSequence(new ASN1Encodable[] {info, maker.getObjectAt(0), maker.getObjectAt(1)}));
    }

    // A certificate each, or in version 4 a type and a hash each.
    private static List<byte[]> certificates(ASN1Sequence list) {
        var certificates = new ArrayList<byte[]>();
        for (var entry : list) {
            certificates.add(
                    entry instanceof ASN1OctetString whole
                            ? whole.getOctets()
                            : octets(ASN1Sequence.getInstance(entry).getObjectAt(1)));
        }
        return certificates;
    }

    private static byte[] der(ASN1Encodable part) throws IOException {
        return part.toASN1Primitive().getEncoded(ASN1Encoding.DER);
    }

    private static byte[] bits(ASN1Encodable part) {
        return part instanceof ASN1OctetString octets
                ? octets.getOctets()
                : ASN1BitString.getInstance(part).getOctets();
    }

    private static byte[] octets(ASN1Encodable part) {
        return ASN1OctetString.getInstance(part).getOctets();
    }

    private static String oid(ASN1Encodable part) {
        return ASN1ObjectIdentifier.getInstance(part).getId();
    }

    private static String words(ASN1Encodable part) {
        return part instanceof ASN1String words ? words.getString() : "";
    }

    private static @Nullable Instant time(ASN1Encodable part) throws ParseException {
        if (part instanceof ASN1GeneralizedTime time) {
            return time.getDate().toInstant();
        }
        if (part instanceof ASN1UTCTime time) {
            return time.getAdjustedDate().toInstant();
        }
        if (part instanceof ASN1BitString bits) {
            return time(bits.getOctets());
        }
        return null;
    }

    private static @Nullable Instant time(byte[] bytes) throws ParseException {
        var words = new String(bytes, StandardCharsets.US_ASCII);
        if (words.matches("\\d{14}Z")) {
            return new ASN1GeneralizedTime(words).getDate().toInstant();
        }
        return words.matches("\\d{12}Z")
                ? new ASN1UTCTime(words).getAdjustedDate().toInstant()
                : null;
    }
}
