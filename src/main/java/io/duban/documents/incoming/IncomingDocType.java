package io.duban.documents.incoming;

/** What comes in: the 15 文种 of {@link io.duban.documents.DocType}, and what reaches an office without being one of them. */
enum IncomingDocType {
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
    MINUTES,
    TELEGRAM,
    FAX,
    /** 简报, 白头件. */
    OTHER;

    /** 请示: it needs the leader's own words, and a reply. */
    boolean isRequest() {
        return this == REQUEST;
    }

    /** 上行文: from below to above, whoever sends it. */
    boolean isUpward() {
        return this == REQUEST || this == REPORT;
    }
}
