package io.duban.hotline.cases;

/** The states of an exemplary case. */
enum CaseStatus {
    DRAFTED,
    RETURNED,
    SIGNED,
    /** 已报送. */
    REPORTED,
    DROPPED
}
