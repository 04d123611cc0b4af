package io.duban.hotline.open311;

/** The words for a state that FixMyStreet understands; GeoReport itself only knows open and closed. */
enum StatusWord {
    OPEN(true),
    INVESTIGATING(true),
    IN_PROGRESS(true),
    ACTION_SCHEDULED(true),
    FIXED(false),
    CLOSED(false),
    DUPLICATE(false),
    NOT_COUNCILS_RESPONSIBILITY(false),
    NO_FURTHER_ACTION(false),
    INTERNAL_REFERRAL(false);

    private final boolean open;

    StatusWord(boolean open) {
        this.open = open;
    }

    boolean isOpen() {
        return open;
    }
}
