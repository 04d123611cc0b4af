package io.duban.documents.incoming;

import io.duban.platform.events.Priority;

/** 紧急程度, with the four of telegrams (特提, 特急, 加急, 平急): which clocks run and how loud people are called. */
enum IncomingUrgency {
    EXTRA_URGENT(Pace.FASTEST),
    URGENT(Pace.FAST),
    NORMAL(Pace.STEADY),
    TELEGRAM_IMMEDIATE(Pace.FASTEST),
    TELEGRAM_EXTRA_URGENT(Pace.FASTEST),
    TELEGRAM_URGENT(Pace.FAST),
    TELEGRAM_ROUTINE(Pace.STEADY);

    private final Pace pace;

    IncomingUrgency(Pace pace) {
        this.pace = pace;
    }

    /** The rules of appendix C behind a word on the paper. */
    private enum Pace {
        FASTEST("EXTRA", "EXTRA", "EXTRA", "DOC_UNIT_RETURN_URGENT", "DOC_EXTEND_URGENT", Priority.URGENT),
        FAST("URGENT", "NORMAL", "URGENT", "DOC_UNIT_RETURN_URGENT", "DOC_EXTEND_URGENT", Priority.ACTION),
        STEADY("NORMAL", "NORMAL", "SINGLE", "DOC_UNIT_RETURN", "DOC_EXTEND", Priority.ACTION);

        private final String stage;
        private final String assigning;
        private final String whole;
        private final String unitReturn;
        private final String extension;
        private final Priority priority;

        Pace(String stage, String assigning, String whole, String unitReturn, String extension, Priority priority) {
            this.stage = stage;
            this.assigning = assigning;
            this.whole = whole;
            this.unitReturn = unitReturn;
            this.extension = extension;
            this.priority = priority;
        }
    }

    boolean isTelegrams() {
        return ordinal() >= TELEGRAM_IMMEDIATE.ordinal();
    }

    String signRule() {
        return "DOC_SIGN_" + pace.stage;
    }

    String proposeRule() {
        return "DOC_PROPOSE_" + pace.stage;
    }

    /** The leader's step; a reminder only. */
    String instructRule() {
        return "DOC_INSTRUCT_" + pace.stage;
    }

    String assignRule() {
        return "DOC_ASSIGN_" + pace.assigning;
    }

    /** The whole paper: only a paper of ordinary haste gets longer with the number of its units. */
    String wholeRule(int units) {
        return "DOC_WHOLE_" + (pace == Pace.STEADY && units > 1 ? "MULTI" : pace.whole);
    }

    String unitReturnRule() {
        return pace.unitReturn;
    }

    /** How far from its due date a paper may be extended. */
    String extensionRule() {
        return pace.extension;
    }

    /** Of events that ask somebody to act. */
    Priority priority() {
        return pace.priority;
    }
}
