package io.duban.documents.incoming;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whose paper it is, and how it came.
 *
 * @param senderUnitId a unit of the district; null for everybody else
 * @param senderNumber the paper's own number there
 * @param signerId 签发人 of a unit of the district
 * @param signerName 签发人 as written on the paper
 * @param sourceSystem a partner's name for itself, with its id and version of the paper; null for papers brought by people
 * @param sourceHash SHA-256 of what was sent, so that a changed body under the same version is noticed
 */
record Sender(
        @Nullable UUID senderUnitId,
        String senderName,
        @Nullable String senderNumber,
        @Nullable UUID signerId,
        @Nullable String signerName,
        Channel channel,
        UUID deliveredBy,
        Instant deliveredAt,
        @Nullable String sourceSystem,
        @Nullable String sourceId,
        @Nullable Long sourceVersion,
        @Nullable String sourceHash)
        implements Page {

    /** How a paper comes in. */
    enum Channel {
        PARTNER,
        UNIT,
        /** A telephone, fax or telegram notice the registrar took down. */
        NOTICE,
        /** Handed to a leader, who sent it to the office (转办公室). */
        HANDED_OVER,
        /** Acted on outside, and registered afterwards (补登). */
        OFFLINE
    }

    /** Corrected by the registrar, who has the paper before him. */
    Sender corrected(@Nullable String name, @Nullable String number, @Nullable UUID signer, @Nullable String signed) {
        return new Sender(
                senderUnitId,
                name == null ? senderName : name,
                number == null ? senderNumber : number,
                signer == null ? signerId : signer,
                signed == null ? signerName : signed,
                channel,
                deliveredBy,
                deliveredAt,
                sourceSystem,
                sourceId,
                sourceVersion,
                sourceHash);
    }

    /** Without the number of a paper that carried a state secret: the number is part of it. */
    Sender erased() {
        return new Sender(
                senderUnitId,
                senderName,
                null,
                signerId,
                signerName,
                channel,
                deliveredBy,
                deliveredAt,
                sourceSystem,
                sourceId,
                sourceVersion,
                sourceHash);
    }

    /** The same sender for the duplicate check, whatever a clerk calls a unit of the district. */
    String key() {
        return senderUnitId == null ? senderName.strip() : senderUnitId.toString();
    }

    boolean sent(@Nullable String otherHash) {
        return Objects.equals(sourceHash, otherHash);
    }
}
