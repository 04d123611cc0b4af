package io.duban.platform.commands;

import static io.duban.support.DemoDistrict.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.platform.calendar.AlertLight;
import io.duban.platform.events.Audience;
import io.duban.platform.events.Priority;
import io.duban.platform.events.Subject;
import io.duban.platform.identity.Access;
import io.duban.platform.identity.Mandate;
import io.duban.platform.identity.Officers;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import io.duban.platform.web.ContractIndex;
import io.duban.support.ServerTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.relational.core.mapping.Table;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** A mandate that ends while its delegate's command is on the way: nothing of it happens. */
@ServerTest
class MandateEndingTests {

    @Autowired
    DatabaseClient database;

    @Autowired
    Commands commands;

    @Autowired
    Officers officers;

    @Autowired
    ContractIndex contract;

    @Table("organization")
    record Act(UUID id, String kind, String name, String shortName) implements Subject {

        @Override
        public long version() {
            return 1;
        }

        @Override
        public String subjectType() {
            return "supervision.matter";
        }

        @Override
        public String title() {
            return "代办";
        }

        @Override
        public String state() {
            return "DONE";
        }

        @Override
        public Audience audience() {
            return new Audience("supervision:read", Set.of(), Set.of());
        }

        @Override
        public @Nullable Instant dueAt() {
            return null;
        }

        @Override
        public AlertLight light(Instant now) {
            return AlertLight.NONE;
        }
    }

    @Test
    void isCommittedWhileItStands() {
        var mandate = given();
        var act = act();
        StepVerifier.create(execute(mandate, act, Mono.empty(), new AtomicInteger()))
                .expectNextCount(1)
                .verifyComplete();
        assertThat(written(act)).isEqualTo(3);
        end(mandate).block();
    }

    @Test
    void isNotCommittedWhenItEndsBetweenTheDecisionAndTheWrite() {
        var mandate = given();
        var act = act();
        var decisions = new AtomicInteger();
        StepVerifier.create(execute(mandate, act, end(mandate), decisions))
                .expectErrorSatisfies(fault -> assertThat(fault)
                        .isInstanceOfSatisfying(
                                Refusal.class,
                                refusal -> assertThat(refusal.code()).isEqualTo(RefusalCode.E_GEN_SCOPE)))
                .verify(Duration.ofSeconds(10));
        assertThat(decisions).hasValue(1);
        assertThat(written(act)).isZero();
    }

    private Mono<ResponseEntity<String>> execute(
            Mandate mandate, Act act, Mono<Void> meanwhile, AtomicInteger decisions) {
        var exchange = MockServerWebExchange.from(MockServerHttpRequest.post("/v1/x")
                .header("Idempotency-Key", UUID.randomUUID().toString()));
        exchange.getAttributes().put(Access.class.getName(), access(mandate));
        return commands.execute(
                exchange,
                "",
                String.class,
                command -> meanwhile.then(Mono.fromSupplier(() -> {
                    decisions.incrementAndGet();
                    return Outcome.created(act).announcing("done", Priority.INFO, command.now());
                })),
                (done, command) -> ResponseEntity.ok("done"));
    }

    private Access access(Mandate mandate) {
        var principal = officers.find(LEADER, "duban-phone", Set.of("office")).block();
        var delegate = officers.find(DEPUTY, "duban-phone", Set.of("office")).block();
        return new Access(principal, contract.operations().get(0), null, delegate, mandate);
    }

    private Mandate given() {
        var id = UUID.randomUUID();
        database.sql("""
                        insert into delegation (id, version, principal_id, delegate_id, valid_from, valid_to, presiding, reason,
                            created_by_id, created_at)
                        values ($1, 1, $2, $3, now() - interval '1 minute', now() + interval '1 day', false, '出差', $2, now())""").bind(0, id).bind(1, LEADER).bind(2, DEPUTY).then().block();
        return new Mandate(id, LEADER, DEPUTY, Instant.EPOCH, Instant.MAX, false, Set.of(), Set.of());
    }

    private Mono<Void> end(Mandate mandate) {
        return database.sql("update delegation set ended_at = now() where id = $1")
                .bind(0, mandate.id())
                .then();
    }

    private static Act act() {
        return new Act(UUID.randomUUID(), "EXTERNAL_SYSTEM", "代办", "代办");
    }

    /** Rows, events and audit rows of it together. */
    private long written(Act act) {
        return database.sql("""
                        select (select count(*) from event_log where subject_id = $1) + (select count(*) from organization where id = $1)
                            + (select count(*) from audit_row where subject_id = $1)""")
                .bind(0, act.id())
                .map(row -> row.get(0, Long.class))
                .one()
                .block();
    }
}
