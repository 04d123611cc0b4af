package io.duban.hotline.tickets;

import io.duban.hotline.catalog.ClassRules;
import io.duban.hotline.catalog.DemandClass;

/** Which of its profile's deadline rules a ticket runs under, and what its clocks are called. */
final class ClockRules {

    /** The clock of handling and answering, whose light the board shows. */
    static final String HANDLE = "HANDLE";

    static final String DISPATCH = "DISPATCH";
    static final String SIGN_FOR = "SIGN_FOR";
    static final String CONTACT = "CONTACT";
    /** An answer on the way, where handling takes long. */
    static final String STAGE = "STAGE";

    static final String DECIDE_RETURN = "DECIDE_RETURN";
    static final String COORDINATE = "COORDINATE";
    static final String AUDIT = "AUDIT";
    static final String CALLBACK = "CALLBACK";

    private ClockRules() {}

    /** The line of the deadline profile that the ticket is on (domain 2.5). */
    static DemandClass classOf(HotlineTicket ticket) {
        var urgency = ticket.handling().urgencyClass();
        if (urgency == Handling.UrgencyClass.RISK || urgency == Handling.UrgencyClass.LIFE_SAFETY) {
            return DemandClass.RISK;
        }
        if (urgency == Handling.UrgencyClass.UTILITY) {
            return DemandClass.UTILITY;
        }
        return ticket.handling().enterprise() ? DemandClass.ENTERPRISE : classOf(ticket.demand());
    }

    /** The rule of the whole period: a law's own, where one was named. */
    static String handling(HotlineTicket ticket, ClassRules rules) {
        if (ticket.term().statutoryRule() != null) {
            return ticket.term().statutoryRule();
        }
        return ticket.handling().urgencyClass() == Handling.UrgencyClass.COMPLEX
                ? rules.complexRule()
                : rules.handleRule();
    }

    private static DemandClass classOf(Demand demand) {
        return switch (demand.channel()) {
            case MAYOR_MAILBOX, GOVERNOR_MAILBOX, DISTRICT_MAILBOX, WEB_MESSAGE, PROVINCE_PLATFORM ->
                DemandClass.LETTER;
            default ->
                switch (demand.demandType()) {
                    case CONSULTATION -> DemandClass.CONSULTATION;
                    case HELP -> DemandClass.HELP;
                    case COMPLAINT -> DemandClass.COMPLAINT;
                    case REPORT_WRONGDOING -> DemandClass.REPORT;
                    case SUGGESTION, PRAISE -> DemandClass.SUGGESTION;
                };
        };
    }
}
