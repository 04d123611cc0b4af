package io.duban.support;

import static io.duban.support.DemoDistrict.*;

import java.util.UUID;

/** A hotline ticket on its way: what has clocks, to-dos and events soonest. */
public final class DispatchedTicket {

    private DispatchedTicket() {}

    /** Recorded, classified and dispatched to the urban bureau; its version is 3. */
    public static UUID toUrban(int port) {
        var id = Phone.of(port, AGENT).post("/hotline-tickets", """
                {"channel":"APP","demandType":"SUGGESTION","categoryCode":"park","title":"多建公园","words":"多建公园",
                 "receivedAt":"2026-11-20T08:00:00+08:00"}""").expect(201).id();
        var dispatcher = Phone.of(port, DISPATCHER);
        dispatcher
                .post(
                        "/hotline-tickets/" + id + "/classifications",
                        1,
                        "{\"categoryCode\":\"c\",\"urgencyClass\":\"ORDINARY\"}")
                .expect(200);
        dispatcher
                .post("/hotline-tickets/" + id + "/dispatches", 2, "{\"hostUnitId\":\"" + URBAN_BUREAU + "\"}")
                .expect(200);
        return id;
    }
}
