package io.duban.platform.audit;

/**
 * Where a chain is broken.
 *
 * @param seq the first row that does not fit
 */
record ChainBreak(int chain, long seq, Finding finding) {

    /** What is wrong there. */
    enum Finding {
        /** The row is not what was written. */
        ROW_CHANGED,
        /** It does not follow the row before it: one between them was taken away, or one was put in. */
        ROW_MISSING,
        /** The last rows are not those that the chain's head counts. */
        HEAD_DIFFERS,
        /** The last row that was verified is not there any more, or is another: what is there now may be sound in itself. */
        VERIFIED_ROW_GONE,
        /** Not the chain but the remembered bookmark up to which it was verified was changed. */
        BOOKMARK_CHANGED
    }
}
