package io.duban.support;

import static io.duban.support.DemoDistrict.AGENT;
import static io.duban.support.DemoDistrict.DISPATCHER;
import static io.duban.support.DemoDistrict.URBAN_BUREAU;
import static io.duban.support.DemoDistrict.URBAN_HANDLER;
import static io.duban.support.DemoDistrict.URBAN_LIAISON;

import java.util.UUID;

/** A ticket with a citizen, accepted by the agent and led as far as a test needs it. */
public final class SmallTicket {

    public static final String NAME = "欧阳锋";
    public static final String PHONE = "13712345678";
    public static final String HOME = "桃花岛路18号5栋601";

    private final int port;
    private final UUID id;

    private SmallTicket(int port, UUID id) {
        this.port = port;
        this.id = id;
    }

    /**
     * @param demandType of the contract
     * @param further members of the acceptance, each with its comma before it
     */
    public static SmallTicket accepted(int port, String demandType, String further) {
        var id = Phone.of(port, AGENT)
                .post("/hotline-tickets", """
                {"channel":"HOTLINE_12345","demandType":"%s","categoryCode":"noise","title":"施工扰民","words":"夜里施工,请打%s",
                 "receivedAt":"2026-11-20T08:00:00+08:00","place":{"address":"东湖路1号"},
                 "citizen":{"name":"%s","phone":"%s","address":"%s"}%s}""".formatted(demandType, PHONE, NAME, PHONE, HOME, further))
                .expect(201)
                .id();
        return new SmallTicket(port, id);
    }

    /** To the urban bureau, whose handler is to contact the citizen; its version is 4. */
    public SmallTicket signedFor() {
        var dispatcher = Phone.of(port, DISPATCHER);
        dispatcher
                .post(path("classifications"), 1, "{\"categoryCode\":\"c\",\"urgencyClass\":\"ORDINARY\"}")
                .expect(200);
        dispatcher
                .post(path("dispatches"), 2, "{\"hostUnitId\":\"" + URBAN_BUREAU + "\"}")
                .expect(200);
        Phone.of(port, URBAN_LIAISON)
                .post(path("receipts"), 3, "{\"handlerId\":\"" + URBAN_HANDLER + "\"}")
                .expect(200);
        return this;
    }

    public UUID id() {
        return id;
    }

    public String path() {
        return "/hotline-tickets/" + id;
    }

    public String path(String step) {
        return path() + "/" + step;
    }
}
