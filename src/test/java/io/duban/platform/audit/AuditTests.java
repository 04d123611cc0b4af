package io.duban.platform.audit;

import static io.duban.support.DemoDistrict.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duban.support.Phone;
import io.duban.support.ServerTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** Whoever changes the audit trail is noticed, even with the rights of the database's owner. */
@ServerTest
@TestPropertySource(properties = {"duban.audit.night.from=0", "duban.audit.night.until=0"})
@DirtiesContext
class AuditTests {

    private static final String TICKET = """
            {"channel":"APP","demandType":"SUGGESTION","categoryCode":"park","title":"多建公园","words":"多建公园",
             "receivedAt":"2026-11-20T08:00:00+08:00"}""";

    @LocalServerPort
    int port;

    @Autowired
    DatabaseClient database;

    @Test
    void rowsCannotBeChangedOrDeletedByTheApplication() {
        tickets();
        for (var sql :
                new String[] {"update audit_row set action = 'x'", "delete from audit_row", "truncate audit_row"}) {
            assertThatThrownBy(() -> run(sql)).hasMessageContaining("never changed");
        }
    }

    @Test
    void theAuditorReadsTheTrailOfOneObjectAtADesktopOnly() {
        var id = Phone.of(port, AGENT)
                .post("/hotline-tickets", TICKET)
                .expect(201)
                .id();
        var rows = Phone.desktop(port, SECURITY_AUDITOR)
                .get("/audit-rows?subjectId=" + id)
                .expect(200)
                .body()
                .get("items");
        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).get("action").asString()).isEqualTo("acceptHotlineTicket");
        assertThat(rows.get(0).get("actorId").asString()).isEqualTo(AGENT.toString());
        Phone.of(port, SECURITY_AUDITOR).get("/audit-rows?subjectId=" + id).refused(403, "E_GEN_SCOPE");
        Phone.desktop(port, SYSADMIN).get("/audit-rows?subjectId=" + id).refused(403, "E_GEN_SCOPE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_row set content = replace(content, 'accept', 'refuse'), action = 'refuseHotlineTicket' where chain = $1 and seq = 2",
                "update audit_row set on_behalf_of = gen_random_uuid() where chain = $1 and seq = 2",
                "update audit_row set action = 'other' where chain = $1 and seq = 2",
                "delete from audit_row where chain = $1 and seq = 2",
                "delete from audit_row where chain = $1 and seq = (select max(seq) from audit_row where chain = $1)",
                "insert into audit_row select chain, seq + 1000, recorded_at, actor_id, client_id, address, action, subject_type, subject_id, "
                        + "subject_version, content, prev_hash, hash from audit_row where chain = $1 and seq = 2"
            })
    void everyTamperingIsFound(String tampering) {
        tickets();
        assertThat(verification()).isTrue();
        var chain = database.sql("select chain from audit_chain where length >= 3 order by length desc limit 1")
                .map(row -> row.get(0, Integer.class))
                .one()
                .block();
        database.inConnectionMany(connection -> reactor.core.publisher.Flux.concat(
                        reactor.core.publisher.Flux.from(connection.beginTransaction())
                                .then(),
                        execute(connection, "alter table audit_row disable trigger audit_append_only"),
                        execute(connection, tampering.replace("$1", String.valueOf(chain))),
                        execute(connection, "alter table audit_row enable trigger audit_append_only"),
                        reactor.core.publisher.Flux.from(connection.commitTransaction())
                                .then()))
                .blockLast();
        assertThat(verification()).as(tampering).isFalse();
        repair();
    }

    private static reactor.core.publisher.Mono<Void> execute(io.r2dbc.spi.Connection connection, String sql) {
        return reactor.core.publisher.Flux.from(connection.createStatement(sql).execute())
                .flatMap(result -> result.getRowsUpdated())
                .then();
    }

    /** The next case starts from sound chains: the tampered rows go, and the chains start anew. */
    private void repair() {
        run("""
                do $$
                begin
                    -- The product works on by itself: a row of its own in between would be of no chain.
                    lock table audit_chain, audit_row in access exclusive mode;
                    alter table audit_row disable trigger audit_append_only;
                    delete from audit_row;
                    update audit_chain set length = 0, prev_head = '', head = sha256(convert_to('duban audit chain ' || chain, 'UTF8'));
                    alter table audit_row enable trigger audit_append_only;
                end $$""");
    }

    private void tickets() {
        for (int i = 0; i < 60; i++) {
            Phone.of(port, AGENT)
                    .post("/hotline-tickets", UUID.randomUUID(), TICKET)
                    .expect(201);
        }
    }

    private boolean verification() {
        return Phone.desktop(port, SECURITY_AUDITOR)
                .get("/audit-verification")
                .expect(200)
                .body()
                .get("intact")
                .asBoolean();
    }

    private void run(String sql) {
        database.sql(sql).then().block();
    }
}
