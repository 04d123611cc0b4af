package io.duban.journey;

import io.duban.journey.Order.About;
import io.duban.journey.Tickets.Loaded;
import java.util.Map;

/** The dispatcher's day: every ticket classified and sent to a unit, some of them all the way to the call-back. */
final class Dispatching {

    private final Clerk clerk;
    private final People people;
    private final Units units;
    private final int sample;

    /** @param sample every so manieth ticket goes all the way; 0: none */
    Dispatching(Clerk clerk, People people, Units units, int sample) {
        this.clerk = clerk;
        this.people = people;
        this.units = units;
        this.sample = sample;
    }

    void handle(Loaded ticket) {
        RequestRow row = ticket.row();
        String unit = ComplaintTypes.unit(row.agency());
        Walk walk = new Walk(ticket);
        walk.step(
                Kind.CLASSIFY,
                "dispatcher",
                "classifications",
                Map.of(
                        "categoryCode",
                        row.ticket().get("categoryCode"),
                        "urgencyClass",
                        ComplaintTypes.urgency(row.complaintType())));
        Answer dispatched = walk.step(Kind.DISPATCH, "dispatcher", "dispatches", Map.of("hostUnitId", units.id(unit)));
        if (sample > 0 && row.about().row() % sample == 0) {
            toTheClose(walk, unit, dispatched.text("dispatchedAt"));
        }
    }

    /** The time of day comes from the ticket, not from a clock: a second run asks for the same and gets the same answer. */
    private void toTheClose(Walk walk, String unit, String told) {
        walk.step(Kind.SIGN_FOR, unit + ".liaison", "receipts", Map.of("handlerId", units.handler(unit)));
        walk.step(
                Kind.CONTACT,
                unit + ".handler",
                "contacts",
                Map.of("contactedAt", told, "way", "PHONE", "result", "ANONYMOUS", "note", "未留电话,已公示处理情况"));
        walk.step(
                Kind.FEEDBACK,
                unit + ".head",
                "feedbacks",
                Map.of(
                        "result", "RESOLVED",
                        "facts", "已派员到现场核实并处理完毕。",
                        "legalBasis", "《城市市容和环境卫生管理条例》",
                        "toldCitizenAt", told,
                        "toldCitizenWhat", "处理情况已在网上公示。"));
        walk.step(Kind.AUDIT, "hotline-auditor", "audits", Map.of("verdict", "PASS"));
        walk.step(
                Kind.CALL_BACK,
                "callback",
                "callbacks",
                Map.of("outcome", "ANSWERED", "resolved", "YES", "satisfaction", "SATISFIED"));
    }

    /** One ticket going from desk to desk. */
    private final class Walk {
        private final About about;
        private final String path;
        private String seen;

        Walk(Loaded ticket) {
            this.about = ticket.row().about();
            this.path = "/hotline-tickets/" + ticket.id() + "/";
            this.seen = ticket.seen();
        }

        Answer step(Kind kind, String who, String desk, Map<String, ?> body) {
            Answer answer = clerk.require(Order.of(kind, about, people.phone(who), path + desk, seen, body));
            seen = answer.etag();
            return answer;
        }
    }
}
