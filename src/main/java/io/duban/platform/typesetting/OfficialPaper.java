package io.duban.platform.typesetting;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An official paper with the elements that GB/T 9704-2012 names; each is plain text, and what is null or empty is left
 * out.
 *
 * @param title without line breaks; it is broken where it reads well
 * @param mainRecipients 主送机关, in order
 * @param body a paragraph on each line; 一、 （一） 1. （1） are recognised as headings
 * @param attachmentNotes the names of the attachments (附件说明), unnumbered
 * @param textHash SHA-256 of title, line feed and body in hexadecimal: what was signed
 */
public record OfficialPaper(
        Format format,
        Head head,
        String title,
        List<String> mainRecipients,
        String body,
        List<String> attachmentNotes,
        Closing closing,
        Colophon colophon,
        Marking marking,
        String textHash) {

    public OfficialPaper {
        mainRecipients = List.copyOf(mainRecipients);
        attachmentNotes = List.copyOf(attachmentNotes);
    }

    /** 下行文 and 平行文, 上行文 with its signers in the head, 信函格式. */
    public enum Format {
        DOWNWARD,
        UPWARD,
        LETTER
    }

    /**
     * 版头.
     *
     * @param issuerMark the issuers' names, the host first
     * @param issuerMarkSuffix 文件, or empty
     * @param copyNumber 份号
     * @param secrecy 密级和保密期限
     * @param urgency 特急 or 加急
     * @param documentNumber such as 南政发〔2026〕8号
     * @param signers 签发人, printed on an upward paper only
     */
    public record Head(
            List<String> issuerMark,
            String issuerMarkSuffix,
            @Nullable String copyNumber,
            @Nullable String secrecy,
            @Nullable String urgency,
            @Nullable String documentNumber,
            List<String> signers) {

        public Head {
            issuerMark = List.copyOf(issuerMark);
            signers = List.copyOf(signers);
        }
    }

    /**
     * What stands below the text.
     *
     * @param issuerSignatures 发文机关署名, the host first
     * @param documentDate 成文日期
     * @param sealed whether room is kept for seals
     * @param note 附注, without its parentheses
     */
    public record Closing(
            List<String> issuerSignatures,
            @Nullable LocalDate documentDate,
            boolean sealed,
            @Nullable String note) {

        public Closing {
            issuerSignatures = List.copyOf(issuerSignatures);
        }
    }

    /** 版记: who gets a copy, and who printed it when. */
    public record Colophon(
            List<String> copyRecipients,
            @Nullable String printedBy,
            @Nullable LocalDate printedDate) {

        public Colophon {
            copyRecipients = List.copyOf(copyRecipients);
        }

        boolean isEmpty() {
            return copyRecipients.isEmpty() && printedBy == null;
        }
    }

    /**
     * What the standard does not know.
     *
     * @param watermark large and pale across every page, such as 送审稿
     * @param showsHash whether the hash stands, small, at the foot of the last page
     */
    public record Marking(@Nullable String watermark, boolean showsHash) {

        /** A paper as it is issued. */
        public static final Marking NONE = new Marking(null, false);
    }
}
