package io.duban.documents.outgoing;

import io.duban.documents.Urgency;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands on an outgoing paper when it is printed, by name.
 *
 * @param issuerMark 发文机关标志
 * @param documentNumber null for a paper without number, and before it has one
 * @param signers 签发人; of papers to a superior only, else empty
 * @param text the very text that was signed
 * @param signatureBodies 发文机关署名; of a joint issue the host first
 * @param documentDate 成文日期; null before the signature
 * @param printedDate 印发日期; null before the issue
 * @param note 附注
 */
public record PaperFace(
        String issuerMark,
        Urgency urgency,
        @Nullable String documentNumber,
        List<String> signers,
        String title,
        List<String> mainRecipients,
        String text,
        List<String> attachments,
        List<String> signatureBodies,
        @Nullable LocalDate documentDate,
        @Nullable String note,
        List<String> copyRecipients,
        @Nullable LocalDate printedDate) {}
