package io.duban.feedbacks;

/**
 * What somebody posted; it never changes.
 *
 * @param unnamed of those who answer only the office director is to know who wrote it
 */
record Posted(Kind kind, Area area, String text, boolean unnamed) {

    enum Kind {
        COMPLAINT("投诉"),
        SUGGESTION("建议");

        private final String chinese;

        Kind(String chinese) {
            this.chinese = chinese;
        }
    }

    /** What it is about: this app, the burden of supervision (为基层减负), or anything else. */
    enum Area {
        APP("本应用"),
        BURDEN("基层减负"),
        OTHER("其他");

        private final String chinese;

        Area(String chinese) {
            this.chinese = chinese;
        }
    }

    /** What desks and the stream may say of it: neither who wrote it nor a word of what he wrote. */
    String title() {
        return kind.chinese + "·" + area.chinese;
    }
}
