package io.duban.hotline.letters;

/** By which way a letter came: channel | whether the office signs its answer beside the unit's head (省长信箱、市长信箱). */
public enum LetterChannel {
    // spotless:off
    MAYOR_MAILBOX   (true),
    GOVERNOR_MAILBOX(true),
    DISTRICT_MAILBOX(false),
    WEB_MESSAGE     (false);
    // spotless:on

    private final boolean office;

    LetterChannel(boolean office) {
        this.office = office;
    }

    boolean needsOffice() {
        return office;
    }
}
