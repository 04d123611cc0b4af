package io.duban.supervision;

/** How urgent a matter is (紧急程度); it names the deadline rules its clocks run under (domain 2.3, 2.4.2). */
public enum Urgency {
    EXTRA_URGENT("EXTRA"),
    URGENT("URGENT"),
    NORMAL("NORMAL");

    private final String rule;

    Urgency(String rule) {
        this.rule = rule;
    }

    /** The rule of the host's period. */
    public String handlingRule() {
        return "INS_" + rule;
    }

    /** The rule of signing for the notice. */
    public String signingRule() {
        return "SUP_SIGN_" + rule;
    }
}
