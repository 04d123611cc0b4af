package io.duban.hotline.tickets;

import static io.duban.support.DemoDistrict.*;

import io.duban.support.Phone;
import java.time.Instant;
import java.util.UUID;

/** A ticket on its way to a close; every step is sent with the version the ticket has, and taken by the person whose work it is. */
public final class ClosingSteps {

    private final int port;
    private final UUID id;

    private ClosingSteps(int port, UUID id) {
        this.port = port;
        this.id = id;
    }

    /** A complaint of a citizen who wants to be called back, dispatched to the urban bureau. */
    public static ClosingSteps dispatched(int port) {
        return dispatched(port, true);
    }

    public static ClosingSteps dispatched(int port, boolean wantsCallback) {
        var id = Phone.of(port, AGENT)
                .post("/hotline-tickets", """
                        {"channel":"HOTLINE_12345","demandType":"COMPLAINT","categoryCode":"noise","title":"夜间施工噪音","words":"楼下半夜施工",
                         "receivedAt":"2026-11-20T08:00:00+08:00","place":{"address":"东湖路1号"},
                         "citizen":{"name":"张三","phone":"13800001234","wantsCallback":%s}}""".formatted(wantsCallback))
                .expect(201)
                .id();
        var steps = new ClosingSteps(port, id);
        steps.by(DISPATCHER, "classifications", "{\"categoryCode\":\"noise\",\"urgencyClass\":\"ORDINARY\"}")
                .expect(200);
        steps.by(DISPATCHER, "dispatches", "{\"hostUnitId\":\"" + URBAN_BUREAU + "\"}")
                .expect(200);
        return steps;
    }

    public UUID id() {
        return id;
    }

    public ClosingSteps handedIn() {
        by(URBAN_LIAISON, "receipts", "{\"handlerId\":\"" + URBAN_HANDLER + "\"}")
                .expect(200);
        by(
                        URBAN_HANDLER,
                        "contacts",
                        "{\"contactedAt\":\"%s\",\"way\":\"PHONE\",\"result\":\"REACHED\"}".formatted(Instant.now()))
                .expect(200);
        return handedInAgain();
    }

    public ClosingSteps handedInAgain() {
        by(
                        URBAN_HEAD,
                        "feedbacks",
                        "{\"result\":\"RESOLVED\",\"facts\":\"已责令停工\",\"toldCitizenAt\":\"%s\"}"
                                .formatted(Instant.now()))
                .expect(200);
        return this;
    }

    public ClosingSteps passed() {
        by(HOTLINE_AUDITOR, "audits", "{\"verdict\":\"PASS\"}").expect(200);
        return this;
    }

    public ClosingSteps calledBack() {
        return calledBack("YES", "SATISFIED");
    }

    public ClosingSteps calledBack(String resolved, String satisfaction) {
        callBack(CALLBACK_AGENT, resolved, satisfaction).expect(200);
        return this;
    }

    public Phone.Answer callBack(UUID person, String resolved, String satisfaction) {
        return by(
                person,
                "callbacks",
                "{\"outcome\":\"ANSWERED\",\"resolved\":\"%s\",\"satisfaction\":\"%s\"}"
                        .formatted(resolved, satisfaction));
    }

    public Phone.Answer redo(UUID person) {
        return by(person, "redos", "{\"wishes\":\"夜里还在施工\",\"reasonable\":true}");
    }

    public Phone.Answer by(UUID person, String step, String body) {
        return at(version(), person, step, body);
    }

    public Phone.Answer at(long version, UUID person, String step, String body) {
        return Phone.of(port, person).post("/hotline-tickets/" + id + "/" + step, version, body);
    }

    public Phone.Answer seenBy(UUID person) {
        return Phone.of(port, person).get("/hotline-tickets/" + id);
    }

    public Phone.Answer closingRecord(UUID person) {
        return Phone.of(port, person).get("/hotline-tickets/" + id + "/closing-record");
    }

    public long version() {
        return seenBy(DISPATCHER).expect(200).version();
    }

    /** Whether the action is offered to the person. */
    public boolean offers(UUID person, String action) {
        for (var offered : seenBy(person).expect(200).body().get("legalActions")) {
            if (offered.asString().equals(action)) {
                return true;
            }
        }
        return false;
    }
}
