package io.duban.platform.commands;

import static io.duban.support.DemoDistrict.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.platform.audit.Deed;
import io.duban.platform.calendar.Deadline;
import io.duban.platform.calendar.Deadlines;
import io.duban.platform.events.Priority;
import io.duban.platform.identity.Role;
import io.duban.platform.todos.Assignee;
import io.duban.support.Phone;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What the product does by itself is written like a command, by nobody. */
@SweptByHand
class UnattendedTests {

    private static final String STEP = "CHECK";

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);

    @LocalServerPort
    int port;

    @Autowired
    DatabaseClient database;

    @Autowired
    Commands commands;

    @Autowired
    ClockSweep sweep;

    @Autowired
    Deadlines deadlines;

    @Test
    void itsActorIsNobodyAndItsChainHolds() {
        var id = UUID.randomUUID();
        commands.unattended(
                        "nightlyCheck",
                        Mono.just(Outcome.about(new Nightly.Finding(id, 1))
                                .inserting(Nightly.Row.some())
                                .opening("LOOK", Assignee.holders(Role.OFFICE_DIRECTOR), null)
                                .announcing("found", Priority.ACTION, now)))
                .block();
        assertThat(count("event_log where actor_id is null and type = 'supervision.matter.found'", id))
                .isEqualTo(1);
        assertThat(count("todo where action = 'LOOK' and closed_at is null", id))
                .isEqualTo(1);
        assertThat(count(
                        "audit_row where action = 'nightlyCheck' and client_id = 'duban' and actor_id = '" + Deed.NOBODY
                                + "'",
                        id))
                .isEqualTo(1);
        assertThat(Phone.desktop(port, SECURITY_AUDITOR)
                        .get("/audit-verification")
                        .expect(200)
                        .body()
                        .get("intact")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void itDecidesAnewWhenSomebodyWasFaster() {
        var taken = Nightly.Row.some();
        var id = UUID.randomUUID();
        database.sql("insert into organization (id, kind, name, short_name) values ($1, 'EXTERNAL_SYSTEM', 'x', 'x')")
                .bind(0, taken.id())
                .then()
                .block();
        var attempts = new AtomicInteger();
        commands.unattended(
                        "nightlyCheck",
                        Mono.fromSupplier(() -> Outcome.about(new Nightly.Finding(id, 1))
                                .inserting(attempts.getAndIncrement() == 0 ? taken : Nightly.Row.some())
                                .announcing("found", Priority.INFO, now)))
                .block();
        assertThat(attempts).hasValue(2);
        assertThat(count("event_log where true", id)).isEqualTo(1);
    }

    @Test
    void nothingToDoLeavesNothing() {
        commands.unattended("nightlyCheck", Mono.empty()).block();
        var id = UUID.randomUUID();
        commands.unattended("nightlyCheck", Mono.just(Outcome.unchanged(new Nightly.Finding(id, 1))))
                .block();
        assertThat(count("audit_row where true", id)).isZero();
    }

    @Test
    void whatItFindsMayLeaveItsSubjectAsItIs() {
        var id = UUID.randomUUID();
        commands.unattended(
                        "nightlyCheck",
                        Mono.just(Outcome.unchanged(new Nightly.Finding(id, 1))
                                .opening("LOOK", Assignee.holders(Role.OFFICE_DIRECTOR), null)))
                .block();
        assertThat(count("todo where action = 'LOOK'", id)).isEqualTo(1);
        assertThat(count("audit_row where true", id)).isEqualTo(1);
    }

    @Test
    void aClockStartedWithAnEscalationFollowsItThroughHandInReturnAndAcceptance() {
        var id = UUID.randomUUID();
        commit(
                id,
                outcome -> outcome.announcing("begun", Priority.INFO, now)
                        .starting(overdue(id), Escalation.to("URGE_CHECK", Assignee.holders(Role.SUPERVISION_CHIEF))));
        Flux.range(0, 2).flatMap(i -> sweep.sweep()).then().block();
        var open = "todo where action = 'URGE_CHECK' and closed_at is null";
        assertThat(count(open, id)).isEqualTo(1);
        assertThat(count("event_log where type = 'supervision.matter.checkOverdue'", id))
                .isEqualTo(1);
        commit(id, outcome -> outcome.satisfying(STEP, now));
        assertThat(count(open, id)).isZero();
        commit(id, outcome -> outcome.resuming(STEP));
        assertThat(count(open, id)).isEqualTo(1);
        sweep.sweep().block();
        assertThat(count("event_log where type = 'supervision.matter.checkOverdue'", id))
                .isEqualTo(1);
        commit(id, outcome -> outcome.satisfying(STEP, now));
        assertThat(count(open, id)).isZero();
    }

    private void commit(UUID id, UnaryOperator<Outcome<Nightly.Finding>> effects) {
        Nightly.about(id, commands, database).commit(effects);
    }

    private Deadline overdue(UUID id) {
        return deadlines
                .start("SUP_REVIEW", "supervision.matter", id, STEP, now.minus(60, ChronoUnit.DAYS))
                .block();
    }

    private long count(String table, UUID subject) {
        return Nightly.about(subject, commands, database).count(table);
    }
}
