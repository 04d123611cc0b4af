package io.duban.documents.outgoing;

/** The to-dos of this module, named after the move that closes them. */
final class Desk {

    static final String SUBMIT_FOR_REVIEW = "SUBMIT_FOR_REVIEW";
    static final String PASS_REVIEW = "PASS_REVIEW";
    static final String REQUEST_SIGNATURE = "REQUEST_SIGNATURE";
    static final String SIGN = "SIGN";
    static final String RECHECK = "RECHECK";
    static final String ALLOT_NUMBER = "ALLOT_NUMBER";
    static final String SEAL = "SEAL";
    static final String ISSUE = "ISSUE";
    static final String SIGN_FOR = "SIGN_FOR";

    private Desk() {}
}
