package io.duban.support;

import static io.duban.support.DemoDistrict.*;

import java.time.Instant;
import java.util.UUID;

/** Tickets of several citizens about one matter: a category of its own, at one place; and their steps, each by the person whose work it is. */
public final class OneMatter {

    private final int port;
    private final String category = "matter-" + UUID.randomUUID();
    private final String place;

    private OneMatter(int port, String place) {
        this.port = port;
        this.place = place;
    }

    /** @param place the contract's place, such as {@code {"address":"东湖路1号"}} */
    public static OneMatter at(int port, String place) {
        return new OneMatter(port, place);
    }

    public String category() {
        return category;
    }

    /** Taken in; version 1. */
    public UUID accepted() {
        return accepted(place);
    }

    /** Taken in at another place; version 1. */
    public UUID accepted(String elsewhere) {
        return Phone.of(port, AGENT)
                .post("/hotline-tickets", """
                {"channel":"HOTLINE_12345","demandType":"HELP","categoryCode":"%s","title":"停水","words":"家里停水",
                 "receivedAt":"2026-11-20T08:00:00+08:00","place":%s,"citizen":{"name":"李四","phone":"13900001234"}}""".formatted(category, elsewhere))
                .expect(201)
                .id();
    }

    /** Classified; version 2. */
    public UUID classified() {
        return classified(accepted(), "ORDINARY");
    }

    public UUID classified(UUID id, String urgency) {
        step(DISPATCHER, id, "classifications", 1, """
                {"categoryCode":"%s","urgencyClass":"%s"}""".formatted(category, urgency));
        return id;
    }

    /** With its host; version 3. */
    public UUID dispatched(UUID host) {
        return dispatched(classified(), host);
    }

    public UUID dispatched(UUID id, UUID host) {
        step(DISPATCHER, id, "dispatches", 2, "{\"hostUnitId\":\"" + host + "\"}");
        return id;
    }

    /** Signed for by the urban bureau, its citizen contacted, its result handed in: three versions on. */
    public void handedIn(UUID id) {
        step(URBAN_LIAISON, id, "receipts", version(id), "{\"handlerId\":\"" + URBAN_HANDLER + "\"}");
        step(
                URBAN_HANDLER,
                id,
                "contacts",
                version(id),
                "{\"contactedAt\":\"" + Instant.now() + "\",\"way\":\"PHONE\",\"result\":\"REACHED\"}");
        step(
                URBAN_HEAD,
                id,
                "feedbacks",
                version(id),
                "{\"result\":\"RESOLVED\",\"facts\":\"已恢复供水\",\"toldCitizenAt\":\"" + Instant.now() + "\"}");
    }

    public void passed(UUID id) {
        step(HOTLINE_AUDITOR, id, "audits", version(id), "{\"verdict\":\"PASS\"}");
    }

    public Phone.Answer merge(UUID child, UUID parent) {
        return merge(child, version(child), parent);
    }

    public Phone.Answer merge(UUID child, long seen, UUID parent) {
        return Phone.of(port, DISPATCHER)
                .post("/hotline-tickets/" + child + "/mergings", seen, "{\"parentId\":\"" + parent + "\"}");
    }

    public long version(UUID id) {
        return read(id).version();
    }

    public Phone.Answer read(UUID id) {
        return Phone.of(port, DISPATCHER).get("/hotline-tickets/" + id).expect(200);
    }

    private void step(UUID person, UUID id, String step, long seen, String body) {
        Phone.of(port, person)
                .post("/hotline-tickets/" + id + "/" + step, seen, body)
                .expect(200);
    }
}
