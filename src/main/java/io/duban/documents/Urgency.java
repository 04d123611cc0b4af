package io.duban.documents;

import io.duban.platform.events.Priority;

/** 紧急程度: which clocks run (rules of appendix C) and how loud the leader is called. */
public enum Urgency {
    EXTRA_URGENT("DOC_REVIEW_URGENT", "DOC_INSTRUCT_EXTRA", "DOC_SIGN_EXTRA", Priority.URGENT),
    URGENT("DOC_REVIEW_URGENT", "DOC_INSTRUCT_URGENT", "DOC_ISSUED_SIGN_URGENT", Priority.ACTION),
    NORMAL("DOC_REVIEW", "DOC_INSTRUCT_NORMAL", "DOC_SIGN_NORMAL", Priority.ACTION);

    private final String reviewRule;
    private final String signatureRule;
    private final String receiptRule;
    private final Priority priority;

    Urgency(String reviewRule, String signatureRule, String receiptRule, Priority priority) {
        this.reviewRule = reviewRule;
        this.signatureRule = signatureRule;
        this.receiptRule = receiptRule;
        this.priority = priority;
    }

    /** The office's review. */
    public String reviewRule() {
        return reviewRule;
    }

    /** The leader's step; a reminder only. */
    public String signatureRule() {
        return signatureRule;
    }

    /** Each recipient's receipt. */
    public String receiptRule() {
        return receiptRule;
    }

    /** Of events that ask somebody to act. */
    public Priority priority() {
        return priority;
    }
}
