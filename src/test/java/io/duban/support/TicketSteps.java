package io.duban.support;

import static io.duban.support.DemoDistrict.*;

import io.duban.support.Phone.Answer;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;

/** A hotline ticket on its way through the urban bureau's hands, each step by the person whose work it is, always on what was seen last. */
public final class TicketSteps {

    private final int port;
    private final UUID id;
    private long version;

    private TicketSteps(int port, UUID id) {
        this.port = port;
        this.id = id;
        this.version = 1;
    }

    /** A ticket as it came in, whichever way. */
    public static TicketSteps of(int port, UUID id) {
        return new TicketSteps(port, id);
    }

    /** A complaint by telephone. */
    public static TicketSteps complaint(int port) {
        return accepted(port, "HOTLINE_12345", "COMPLAINT");
    }

    public static TicketSteps accepted(int port, String channel, String demandType) {
        var accepted = Phone.of(port, AGENT)
                .post("/hotline-tickets", """
                {"channel":"%s","demandType":"%s","categoryCode":"noise","title":"夜间施工噪音","words":"楼下半夜施工",
                 "receivedAt":"2026-11-20T08:00:00+08:00","place":{"address":"东湖路1号"},"citizen":{"name":"张三","phone":"13800001234"}}""".formatted(channel, demandType))
                .expect(201);
        return new TicketSteps(port, accepted.id());
    }

    public TicketSteps dispatched(String urgency, UUID... coUnits) {
        does(DISPATCHER, "classifications", "{\"categoryCode\":\"noise\",\"urgencyClass\":\"" + urgency + "\"}");
        var co = Arrays.stream(coUnits).map(unit -> "\"" + unit + "\"").collect(Collectors.joining(","));
        return does(DISPATCHER, "dispatches", "{\"hostUnitId\":\"" + URBAN_BUREAU + "\",\"coUnitIds\":[" + co + "]}");
    }

    public TicketSteps signed() {
        return does(URBAN_LIAISON, "receipts", "{\"handlerId\":\"" + URBAN_HANDLER + "\"}");
    }

    public TicketSteps contacted() {
        return does(URBAN_HANDLER, "contacts", contact("REACHED"));
    }

    /** With the unit at work. */
    public static TicketSteps atWork(int port, UUID... coUnits) {
        return complaint(port).dispatched("ORDINARY", coUnits).signed().contacted();
    }

    /** A step that is to succeed. */
    public TicketSteps does(UUID person, String step, String body) {
        tries(person, step, body).expect(200);
        return this;
    }

    /** A step that may be refused. */
    public Answer tries(UUID person, String step, String body) {
        var answer = Phone.of(port, person).post(path() + "/" + step, version, body);
        if (answer.status() == 200) {
            version = answer.version();
        }
        return answer;
    }

    public Answer tries(UUID person, String step) {
        return tries(person, step, "");
    }

    public Answer seenBy(UUID person) {
        return Phone.of(port, person).get(path()).expect(200);
    }

    /** Looks again: something else has moved it. */
    public TicketSteps refreshed() {
        version = seenBy(DISPATCHER).version();
        return this;
    }

    public Answer read(UUID person, String what) {
        return Phone.of(port, person).get(path() + "/" + what);
    }

    public boolean offers(UUID person, String action) {
        return seenBy(person)
                .body()
                .get("legalActions")
                .valueStream()
                .anyMatch(one -> one.asString().equals(action));
    }

    public UUID id() {
        return id;
    }

    public String path() {
        return "/hotline-tickets/" + id;
    }

    public static String contact(String result) {
        return "{\"contactedAt\":\"" + Instant.now() + "\",\"way\":\"PHONE\",\"result\":\"" + result
                + "\",\"note\":\"张三说周末也吵\"}";
    }

    /** A feedback with these words; told now. */
    public static String feedback(String result, String facts, String more) {
        return "{\"result\":\"%s\",\"facts\":\"%s\",\"toldCitizenAt\":\"%s\"%s}"
                .formatted(result, facts, Instant.now(), more);
    }
}
