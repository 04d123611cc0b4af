package io.duban.documents;

/** The 15 文种 of 党政机关公文处理工作条例. */
public enum DocType {
    RESOLUTION,
    DECISION,
    ORDER,
    COMMUNIQUE,
    PUBLIC_ANNOUNCEMENT,
    NOTICE_TO_PUBLIC,
    OPINION,
    NOTICE,
    CIRCULAR,
    REPORT,
    REQUEST,
    REPLY,
    BILL,
    LETTER,
    MINUTES
}
