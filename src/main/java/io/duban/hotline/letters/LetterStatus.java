package io.duban.hotline.letters;

/** The states of a letter's written answer. */
enum LetterStatus {
    PENDING_HEAD,
    PENDING_OFFICE,
    /** Whoever must sign has signed: the feedback may be passed. */
    SIGNED,
    /** With the writer's consent, and without his data. */
    PUBLISHED;

    boolean isSigned() {
        return this == SIGNED || this == PUBLISHED;
    }
}
