package io.duban.platform.problem;

import static io.duban.platform.problem.RefusalCode.Kind.*;

/** The stable codes of domain appendix B, and {@code E_WEB_*} for what is refused before any business rule is asked. */
public enum RefusalCode {
    // spotless:off
    E_ARC_INCOMPLETE               (BROKEN_RULE),
    E_DOC_ADDRESSED_TO_PERSON      (BROKEN_RULE),
    E_DOC_BYPASS_OFFICE_REVIEW     (BROKEN_RULE),
    E_DOC_CHECKLIST_FAILED         (BROKEN_RULE),
    E_DOC_COSIGN_REQUIRED          (BROKEN_RULE),
    E_DOC_DUE_REQUIRED             (BROKEN_RULE),
    E_DOC_DUPLICATE                (CONFLICT),
    E_DOC_EXPLICIT_OPINION_REQUIRED(BROKEN_RULE),
    E_DOC_INFORMAL_FEEDBACK        (BROKEN_RULE),
    E_DOC_LEADER_MUST_SEE          (BROKEN_RULE),
    E_DOC_LEGALITY_REQUIRED        (BROKEN_RULE),
    E_DOC_MULTI_ADDRESSEE          (BROKEN_RULE),
    E_DOC_MULTI_SUBJECT            (BROKEN_RULE),
    E_DOC_NOT_IN_PLAN              (BROKEN_RULE),
    E_DOC_NO_AUTHORITY_DOWNWARD    (BROKEN_RULE),
    E_DOC_NUMBER_CONFLICT          (CONFLICT),
    E_DOC_OPEN_TASKS               (BROKEN_RULE),
    E_DOC_ORDER_SKIPPED            (BROKEN_RULE),
    E_DOC_ORIGINAL_SIGNER_REQUIRED (BROKEN_RULE),
    E_DOC_REQUEST_NEEDS_REPLY      (BROKEN_RULE),
    E_DOC_RETURN_TOO_LATE          (BROKEN_RULE),
    E_DOC_SCOPE                    (BROKEN_RULE),
    E_DOC_SIGNER_NOT_AUTHORISED    (FORBIDDEN),
    E_DOC_TEXT_CHANGED             (BROKEN_RULE),
    E_DOC_UNIT_LEADER_UNAWARE      (BROKEN_RULE),
    E_DOC_UNRESOLVED_DISAGREEMENT  (BROKEN_RULE),
    E_DOC_UNSIGNED_BY_UNIT_HEAD    (BROKEN_RULE),
    E_DOC_VERBAL_NOT_ALLOWED       (BROKEN_RULE),
    E_GEN_CHASE_TOO_OFTEN          (TOO_OFTEN),
    E_GEN_CLASSIFIED_REFUSED       (BROKEN_RULE),
    E_GEN_DELEGATION_OVERLAP       (CONFLICT),
    E_GEN_DESIGNATED               (BROKEN_RULE),
    E_GEN_EXTENSION_LATE           (BROKEN_RULE),
    E_GEN_EXTENSION_TWICE          (BROKEN_RULE),
    E_GEN_HOST_REQUIRED            (BROKEN_RULE),
    E_GEN_IDEMPOTENCY_CONFLICT     (CONFLICT),
    E_GEN_ILLEGAL_STATE            (CONFLICT),
    E_GEN_RETURN_TWICE             (BROKEN_RULE),
    E_GEN_RETURN_WINDOW            (BROKEN_RULE),
    E_GEN_SCOPE                    (FORBIDDEN),
    E_GEN_SELF_APPROVAL            (FORBIDDEN),
    E_GEN_STALE_VERSION            (STALE),
    E_GEN_VALIDATION               (MALFORMED),
    E_HOT_ALREADY_STARTED          (BROKEN_RULE),
    E_HOT_CITIZEN_NOT_INFORMED     (BROKEN_RULE),
    E_HOT_CONFLICT_OF_INTEREST     (BROKEN_RULE),
    E_HOT_PLACE_REQUIRED           (BROKEN_RULE),
    E_HOT_PUSH_DOWN                (BROKEN_RULE),
    E_INS_TEXT_IMMUTABLE           (BROKEN_RULE),
    E_INS_UNCONFIRMED_ORAL         (BROKEN_RULE),
    E_SEAL_MISMATCH                (BROKEN_RULE),
    E_SUP_CONCLUSION_UNSUPPORTED   (BROKEN_RULE),
    E_SUP_CO_DUE_LATE              (BROKEN_RULE),
    E_SUP_DUPLICATE                (CONFLICT),
    E_SUP_FREQUENCY_CAP            (BROKEN_RULE),
    E_SUP_NOT_DESIGNATED           (FORBIDDEN),
    E_SUP_NOT_OWNER                (FORBIDDEN),
    E_SUP_NO_BASIS                 (BROKEN_RULE),
    E_SUP_NO_FIELD_CHECK           (BROKEN_RULE),
    E_SUP_OBJECT_NOT_ALLOWED       (BROKEN_RULE),
    E_SUP_OBJECTION_OPEN           (BROKEN_RULE),
    E_SUP_PAPER_ONLY               (BROKEN_RULE),
    E_SUP_PROGRESS_REVERSED        (BROKEN_RULE),
    E_SUP_RECUSAL                  (FORBIDDEN),
    E_SUP_SCOPE_CHANGE             (BROKEN_RULE),
    E_SUP_UNSIGNED                 (BROKEN_RULE),

    /** The same idempotency key with another body, method, path or If-Match (api conventions: 422). */
    E_WEB_KEY_REUSED               (BROKEN_RULE),
    E_WEB_KEY_REQUIRED             (MALFORMED),
    E_WEB_BODY_CUT                 (MALFORMED),
    E_WEB_CHECKSUM_MISMATCH        (DAMAGED),
    E_WEB_CURSOR_EXPIRED           (MALFORMED),
    E_WEB_UNAUTHENTICATED          (UNAUTHENTICATED),
    E_WEB_NOT_FOUND                (ABSENT),
    E_WEB_METHOD_NOT_ALLOWED       (METHOD_NOT_ALLOWED),
    E_WEB_NOT_ACCEPTABLE           (NOT_ACCEPTABLE),
    E_WEB_PRECONDITION_REQUIRED    (PRECONDITION_REQUIRED),
    E_WEB_TOO_LARGE                (TOO_LARGE),
    E_WEB_TOO_MANY_UPLOADS         (TOO_OFTEN),
    E_WEB_UNSUPPORTED_MEDIA_TYPE   (UNSUPPORTED_MEDIA_TYPE),
    E_WEB_UPLOAD_BUSY              (CONFLICT),
    E_WEB_UPLOAD_HASH              (BROKEN_RULE),
    E_WEB_UPLOAD_OFFSET            (CONFLICT),
    E_WEB_UPLOAD_VERSION           (STALE),
    E_WEB_INTERNAL                 (FAULT),
    E_WEB_UNAVAILABLE              (UNAVAILABLE),
    E_WEB_STORAGE_FULL             (STORAGE_FULL);
    // spotless:on

    private final Kind kind;

    RefusalCode(Kind kind) {
        this.kind = kind;
    }

    /** What sort of "no" this is; the web layer answers each sort with one HTTP status. */
    public Kind kind() {
        return kind;
    }

    /** The sorts of refusal. */
    public enum Kind {
        MALFORMED,
        UNAUTHENTICATED,
        FORBIDDEN,
        ABSENT,
        METHOD_NOT_ALLOWED,
        NOT_ACCEPTABLE,
        CONFLICT,
        STALE,
        DAMAGED,
        TOO_LARGE,
        UNSUPPORTED_MEDIA_TYPE,
        BROKEN_RULE,
        PRECONDITION_REQUIRED,
        TOO_OFTEN,
        FAULT,
        UNAVAILABLE,
        STORAGE_FULL
    }
}
