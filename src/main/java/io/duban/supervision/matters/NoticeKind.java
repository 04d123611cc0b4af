package io.duban.supervision.matters;

/** What is numbered, each kind by itself and each year from 1 (domain 0.8, 2.4.4). */
public enum NoticeKind {
    SUPERVISION_NOTICE(""),
    SUPERVISION_LETTER(""),
    CHASE_LETTER("催"),
    YELLOW_CARD("黄"),
    RED_CARD("红"),
    BULLETIN("通"),
    TALK_NOTICE("约");

    private final String mark;

    NoticeKind(String mark) {
        this.mark = mark;
    }

    /** What stands behind the issuer's code in the number; empty for the notices a matter is handed out with. */
    String mark() {
        return mark;
    }
}
