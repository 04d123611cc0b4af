package io.duban.documents.outgoing;

import io.duban.documents.DocType;
import io.duban.documents.Urgency;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is written on the paper, and to whom.
 *
 * @param basis why it is issued and on what it rests (立项依据)
 * @param numbered false for a paper without number (无文号)
 */
record Paper(
        Issuer issuer,
        DocType docType,
        Direction direction,
        Urgency urgency,
        String title,
        String text,
        List<UUID> mainRecipients,
        List<UUID> copyRecipients,
        Disclosure disclosure,
        @Nullable String disclosureReason,
        String basis,
        boolean normative,
        boolean numbered)
        implements DocumentPart {

    /** Refuses what can never become a document (domain 2.2 T1). */
    Paper checked() {
        if (direction == Direction.UPWARD && mainRecipients.size() > 1) {
            throw Refusal.of(
                    RefusalCode.E_DOC_MULTI_ADDRESSEE, "上行文只能主送一个机关。", "A paper to a superior has one main recipient.");
        }
        if (disclosure == Disclosure.NOT_DISCLOSED && (disclosureReason == null || disclosureReason.isBlank())) {
            throw Refusal.invalid("/disclosureReason", "不予公开须写明理由。", "Say why it is not disclosed.");
        }
        return this;
    }

    Paper withText(String newTitle, String newText) {
        return new Paper(
                issuer,
                docType,
                direction,
                urgency,
                newTitle,
                newText,
                mainRecipients,
                copyRecipients,
                disclosure,
                disclosureReason,
                basis,
                normative,
                numbered);
    }

    /** All units it may be sent to (发送范围). */
    Set<UUID> recipients() {
        var all = new HashSet<>(mainRecipients);
        all.addAll(copyRecipients);
        return all;
    }

    /** What a reviewer passes and a signer signs: SHA-256 of title, line feed and text, in hexadecimal. */
    String hash() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update((title + "\n").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** In whose name. */
    enum Issuer {
        PARTY_WORK_COMMITTEE,
        ADMIN_COMMITTEE,
        GOVERNMENT,
        OFFICE
    }

    /** 行文方向. */
    enum Direction {
        UPWARD,
        DOWNWARD,
        PARALLEL
    }

    /** 主动公开, 依申请公开, 不予公开. */
    enum Disclosure {
        PROACTIVE,
        ON_REQUEST,
        NOT_DISCLOSED
    }
}
