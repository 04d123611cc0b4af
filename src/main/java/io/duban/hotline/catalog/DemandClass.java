package io.duban.hotline.catalog;

/** The lines of a deadline profile (domain 2.5): what kind of demand it is decides how long it may take. */
public enum DemandClass {
    CONSULTATION,
    HELP,
    SUGGESTION,
    COMPLAINT,
    REPORT,
    /** Web, mailbox and province line. */
    LETTER,
    UTILITY,
    RISK,
    /** 企业诉求: the enterprise desk. */
    ENTERPRISE
}
