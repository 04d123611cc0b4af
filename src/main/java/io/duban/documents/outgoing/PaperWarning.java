package io.duban.documents.outgoing;

import java.util.List;
import java.util.stream.Stream;

/** What is not refused, but seen by everybody who reads the paper. */
record PaperWarning(Code code, String detail) {

    static List<PaperWarning> of(OutgoingDocument document) {
        var tooLong = Stream.of(new PaperWarning(Code.E_DOC_TOO_LONG, "文稿超过规定字数,且未写明理由。"))
                .filter(warning ->
                        document.particulars().isTooLong(document.paper().text()));
        var quota = Stream.of(new PaperWarning(Code.E_DOC_QUOTA, "本年度发文数量已达控制数(有文号、无文号合并计算),须经办公室主任批准。"))
                .filter(warning -> document.course().isBeyondQuota());
        return Stream.concat(tooLong, quota).toList();
    }

    /** Codes of appendix B that come with a 200. */
    enum Code {
        E_DOC_TOO_LONG,
        E_DOC_QUOTA
    }
}
