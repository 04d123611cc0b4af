package io.duban.hotline.tickets;

/** Which deadline rules a ticket runs under (domain 2.5, deadline profile STANDARD; rules are rows of appendix C). */
record ClockRules(String handle, String signFor, String contact) {

    /** The clock of handling and answering, whose light the board shows. */
    static final String HANDLE = "HANDLE";

    static final String DISPATCH = "DISPATCH";
    static final String SIGN_FOR = "SIGN_FOR";
    static final String CONTACT = "CONTACT";
    static final String AUDIT = "AUDIT";
    static final String CALLBACK = "CALLBACK";

    static ClockRules of(HotlineTicket ticket) {
        var urgency = ticket.handling().urgencyClass();
        if (urgency == Handling.UrgencyClass.RISK || urgency == Handling.UrgencyClass.LIFE_SAFETY) {
            return new ClockRules("HOT_RISK", "HOT_SIGN_RISK", "HOT_CONTACT_RISK");
        }
        if (urgency == Handling.UrgencyClass.UTILITY) {
            return new ClockRules("HOT_UTILITY", "HOT_SIGN_UTILITY", "HOT_CONTACT_UTILITY");
        }
        return new ClockRules(answerRule(ticket.demand()), "HOT_SIGN_ORD", "HOT_CONTACT_ORD");
    }

    private static String answerRule(Demand demand) {
        return switch (demand.channel()) {
            case MAYOR_MAILBOX, GOVERNOR_MAILBOX, DISTRICT_MAILBOX, WEB_MESSAGE -> "HOT_LETTER";
            default ->
                switch (demand.demandType()) {
                    case CONSULTATION -> "HOT_CONSULT";
                    case HELP -> "HOT_HELP";
                    case COMPLAINT -> "HOT_COMPLAINT";
                    case REPORT_WRONGDOING -> "HOT_REPORT";
                    case SUGGESTION, PRAISE -> "HOT_SUGGEST";
                };
        };
    }
}
