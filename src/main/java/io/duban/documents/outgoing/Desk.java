package io.duban.documents.outgoing;

/** The to-dos of this module, named after the move that closes them. */
final class Desk {

    static final String SUBMIT_FOR_REVIEW = "SUBMIT_FOR_REVIEW";
    static final String ANSWER_COSIGN = "ANSWER_COSIGN";
    static final String CHASE_COSIGN = "CHASE_COSIGN";
    static final String CLOSE_COSIGN = "CLOSE_COSIGN";
    static final String COORDINATE_COSIGN = "COORDINATE_COSIGN";
    static final String PASS_REVIEW = "PASS_REVIEW";
    static final String GIVE_LEGAL_OPINION = "GIVE_LEGAL_OPINION";
    static final String REQUEST_SIGNATURE = "REQUEST_SIGNATURE";
    static final String SIGN = "SIGN";
    static final String COUNTERSIGN = "COUNTERSIGN";
    static final String CONFIRM_VERBAL = "CONFIRM_VERBAL";
    static final String CHASE_VERBAL = "CHASE_VERBAL";
    static final String ISSUE_CORRECTION = "ISSUE_CORRECTION";
    static final String GRANT_WITHDRAWAL = "GRANT_WITHDRAWAL";
    static final String RECHECK = "RECHECK";
    static final String ALLOT_NUMBER = "ALLOT_NUMBER";
    static final String SEAL = "SEAL";
    static final String ISSUE = "ISSUE";
    static final String SIGN_FOR = "SIGN_FOR";
    static final String CHASE_RECEIPT = "CHASE_RECEIPT";
    static final String NOTE_END = "NOTE_END";

    private Desk() {}
}
