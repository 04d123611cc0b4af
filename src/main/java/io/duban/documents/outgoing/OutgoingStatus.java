package io.duban.documents.outgoing;

/** The states of an outgoing document (domain 2.2), as far as they are built. */
enum OutgoingStatus {
    DRAFTING,
    OFFICE_REVIEW,
    RETURNED,
    AWAITING_SIGNATURE,
    SIGNED,
    RECHECKED,
    NUMBERED,
    SEALED,
    ISSUED,
    WITHDRAWN
}
