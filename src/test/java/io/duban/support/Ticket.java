package io.duban.support;

import static io.duban.support.DemoDistrict.*;

import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;

/** A hotline ticket whose steps a test takes one by one, each on the version before. */
public final class Ticket {

    private final int port;
    private final UUID id;
    private long version = 1;

    private Ticket(int port, UUID id) {
        this.port = port;
        this.id = id;
    }

    /** A demand of this type, at a place, accepted. */
    public static Ticket accepted(int port, String demandType) {
        return new Ticket(
                port,
                Phone.of(port, AGENT)
                        .post("/hotline-tickets", """
                {"channel":"HOTLINE_12345","demandType":"%s","categoryCode":"noise","title":"夜间施工","words":"楼下半夜施工",
                 "receivedAt":"2026-11-20T08:00:00+08:00","place":{"address":"东湖路1号"}}""".formatted(demandType))
                        .expect(201)
                        .id());
    }

    /** The same, classified by these further members. */
    public static Ticket classified(int port, String demandType, String members) {
        var ticket = accepted(port, demandType);
        ticket.step(DISPATCHER, "classifications", "{\"categoryCode\":\"noise\"" + members + "}")
                .expect(200);
        return ticket;
    }

    /** An ordinary complaint, dispatched to this host. */
    public static Ticket dispatched(int port, UUID host) {
        var ticket = classified(port, "COMPLAINT", "");
        ticket.step(DISPATCHER, "dispatches", host(host)).expect(200);
        return ticket;
    }

    public static String host(UUID unit) {
        return "{\"hostUnitId\":\"" + unit + "\"}";
    }

    public UUID id() {
        return id;
    }

    /** Somebody takes a step on the version he sees; when it succeeds, the next one is on the next version. */
    public Phone.Answer step(UUID person, String step, String body) {
        var answer = Phone.of(port, person).post("/hotline-tickets/" + id + "/" + step, version, body);
        if (answer.status() == 200) {
            version = answer.version();
        }
        return answer;
    }

    public Phone.Answer seenBy(UUID person) {
        return Phone.of(port, person).get("/hotline-tickets/" + id);
    }

    public boolean offers(UUID person, String action) {
        return seenBy(person).body().get("legalActions").toString().contains("\"" + action + "\"");
    }

    /** A number about the ticket, whose id is the first marker. */
    public long count(DatabaseClient database, String sql) {
        return database.sql("select count(*) from " + sql)
                .bind(0, id)
                .map(row -> row.get(0, Long.class))
                .one()
                .block();
    }

    /** The rule its running clock of this step is under; empty when none runs. */
    public String rule(DatabaseClient database, String step) {
        return database.sql("select rule_id from deadline where subject_id = $1 and step = $2 and satisfied_at is null")
                .bind(0, id)
                .bind(1, step)
                .map(row -> row.get(0, String.class))
                .one()
                .blockOptional()
                .orElse("");
    }

    /** Changes its row behind the product's back, as only time or another system would. */
    public void set(DatabaseClient database, String assignment) {
        database.sql("update hotline_ticket set " + assignment + " where id = $1")
                .bind(0, id)
                .then()
                .block();
    }
}
