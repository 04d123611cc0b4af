package io.duban.documents.outgoing;

/** The states of an outgoing document (domain 2.2). */
enum OutgoingStatus {
    DRAFTING,
    COSIGNING,
    OFFICE_REVIEW,
    LEGAL_REVIEW,
    RETURNED,
    AWAITING_SIGNATURE,
    COUNTERSIGNING,
    SIGNED,
    RECHECKED,
    NUMBERED,
    SEALED,
    ISSUED,
    ARCHIVED,
    NOT_ISSUED,
    WITHDRAWN,
    REVOKED,
    REPEALED,
    SUPERSEDED
}
