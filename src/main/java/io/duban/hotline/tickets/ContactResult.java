package io.duban.hotline.tickets;

/** What came of contacting the citizen (联系诉求人): result | whether it satisfies the first contact by itself. */
enum ContactResult {
    // spotless:off
    REACHED  (true),
    /** 无人接听: one call proves nothing; see {@link FirstContact}. */
    NO_ANSWER(false),
    /** He was there and does not want to speak. */
    REFUSED  (true),
    /** He left no way to reach him. */
    ANONYMOUS(true);
    // spotless:on

    private final boolean enough;

    ContactResult(boolean enough) {
        this.enough = enough;
    }

    boolean isEnough() {
        return enough;
    }
}
