package io.duban.platform.delegations;

import static io.duban.support.DemoDistrict.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.support.Phone;
import io.duban.support.Phone.Answer;
import io.duban.support.ReportedInstruction;
import io.duban.support.ServerTest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;

/** A delegation from the day it is given to its end. */
@ServerTest
class DelegationJourneyTests {

    private static final String WORDS =
            "{\"title\":\"委托\",\"exactWords\":\"请查清\",\"category\":\"ACT_AND_REPORT\",\"urgency\":\"URGENT\"}";

    @LocalServerPort
    int port;

    @Autowired
    DatabaseClient database;

    @Autowired
    DelegationExpiry expiry;

    /** Those of other tests too, which share the server. */
    @BeforeEach
    @AfterEach
    void allAreOver() {
        run("update delegation set ended_at = now() where ended_at is null");
    }

    @Test
    void isGivenUsedAndEndedAndBothAreTold() {
        var before = Phone.of(port, DEPUTY).get("/sync").expect(200).text("cursor");
        var made = leader().post("/delegations", to(DEPUTY, "")).expect(201);
        assertThat(made.text("status")).isEqualTo("GIVEN");
        assertThat(made.body().get("inForce").asBoolean()).isTrue();
        assertThat(made.header("Location")).isEqualTo("/v1/delegations/" + made.id());
        assertThat(made.header("ETag")).isEqualTo("\"1\"");
        deputy().onBehalfOf(LEADER).post("/leader-instructions", WORDS).expect(201);

        end(leader(), made.id(), 1).expect(200);
        deputy().onBehalfOf(LEADER).post("/leader-instructions", WORDS).refused(403, "E_GEN_SCOPE");
        end(leader(), made.id(), 2).refused(409, "E_GEN_ILLEGAL_STATE");
        for (var person : List.of(LEADER, DEPUTY)) {
            org.awaitility.Awaitility.await()
                    .untilAsserted(() -> assertThat(Phone.of(port, person)
                                    .get("/sync?since=" + before)
                                    .expect(200)
                                    .body()
                                    .get("events")
                                    .toString())
                            .contains("demo.delegation.created.v1", "demo.delegation.ended.v1"));
        }
    }

    @Test
    void takesThePrincipalsToDosToTheDelegatesDeskAndAwayAgain() {
        var waiting = ReportedInstruction.of(port, WORDS);
        var made = leader().post("/delegations", to(DEPUTY, "")).expect(201);
        assertThat(copies(waiting)).isEqualTo(1);
        end(leader(), made.id(), 1).expect(200);
        assertThat(copies(waiting)).isZero();
        assertThat(number("select count(*) from todo where closed_at is null and person_id = '" + LEADER
                        + "' and subject_id = '" + waiting + "'"))
                .isEqualTo(1);
    }

    @Test
    void endsByItsTimeOnceByHoweverManyInstances() {
        var waiting = ReportedInstruction.of(port, WORDS);
        var made = leader().post("/delegations", to(DEPUTY, "")).expect(201);
        run(
                "update delegation set valid_from = now() - interval '2 days', valid_to = now() - interval '1 second' where id = '"
                        + made.id() + "'");
        deputy().onBehalfOf(LEADER).get("/me/todos").refused(403, "E_GEN_SCOPE");
        Flux.range(0, 4).flatMap(i -> expiry.endThoseOver()).then().block();
        var over = leader().get("/delegations/" + made.id()).expect(200);
        assertThat(over.text("status")).isEqualTo("ENDED");
        assertThat(over.text("endedById")).isEmpty();
        assertThat(over.version()).isEqualTo(2);
        assertThat(copies(waiting)).isZero();
        assertThat(number(
                        "select count(*) from event_log where type = 'delegation.ended' and actor_id is null and subject_id = '"
                                + made.id() + "' and addressee_ids @> array['" + LEADER + "'::uuid, '" + DEPUTY
                                + "'::uuid]"))
                .isEqualTo(1);
        assertThat(number("select count(*) from audit_row where action = 'expireDelegation' and subject_id = '"
                        + made.id() + "'"))
                .isEqualTo(1);
    }

    @Test
    void aDelegateHandsNothingOn() {
        leader().post("/delegations", to(DEPUTY, "")).expect(201);
        deputy().onBehalfOf(LEADER).post("/delegations", to(DEPUTY_2, "")).refused(403, "E_GEN_SCOPE");
        deputy().post("/delegations", to(DEPUTY_2, "\"principalId\":\"" + LEADER + "\","))
                .refused(403, "E_GEN_SCOPE");
    }

    @Test
    void theDirectorGivesItForALeaderWhoIsAwayWithEvidence() {
        var absent = "\"principalId\":\"" + LEADER + "\",";
        director().post("/delegations", to(DEPUTY, absent)).refused(400, "E_GEN_VALIDATION");
        director()
                .post("/delegations", to(DIRECTOR, absent + "\"evidence\":\"批件\","))
                .refused(403, "E_GEN_SELF_APPROVAL");
        var made = director()
                .post("/delegations", to(DEPUTY, absent + "\"evidence\":\"因公出国批件\",\"presiding\":true,"))
                .expect(201);
        assertThat(made.text("createdById")).isEqualTo(DIRECTOR.toString());
        assertThat(made.text("principalId")).isEqualTo(LEADER.toString());
        end(deputy(), made.id(), 1).refused(403, "E_GEN_SCOPE");
        end(director(), made.id(), 1).expect(200);
    }

    @Test
    void refusesWhatTheRulesForbid() {
        leader().post("/delegations", to(REGISTRAR, "")).refused(400, "E_GEN_VALIDATION");
        leader().post("/delegations", to(LEADER, "")).refused(400, "E_GEN_VALIDATION");
        leader().post("/delegations", to(UUID.randomUUID(), "")).refused(400, "E_GEN_VALIDATION");
        leader().post("/delegations", to(DIRECTOR, "\"presiding\":true,")).refused(400, "E_GEN_VALIDATION");
        leader().post("/delegations", to(DEPUTY, "\"unitIds\":[\"" + UUID.randomUUID() + "\"],"))
                .refused(400, "E_GEN_VALIDATION");
        leader().post("/delegations", to(DEPUTY, "\"documentKinds\":[\"NO_SUCH\"],"))
                .refused(400, "E_GEN_VALIDATION");
        leader().post("/delegations", to(DEPUTY, "").replace("出差", " ")).refused(400, "E_GEN_VALIDATION");
        leader().post("/delegations", until(DEPUTY, "", 91)).refused(400, "E_GEN_VALIDATION");
        leader().post("/delegations", until(DEPUTY, "", -1)).refused(400, "E_GEN_VALIDATION");
        Phone.of(port, HOUSING_LIAISON)
                .post("/delegations", to(HOUSING_HEAD, ""))
                .refused(403, "E_GEN_SCOPE");
        Phone.of(port, AGENT).post("/delegations", to(DEPUTY, "")).refused(403, "E_GEN_SCOPE");
        Phone.of(port, HOUSING_HEAD).post("/delegations", to(DEPUTY, "")).refused(400, "E_GEN_VALIDATION");
        assertThat(number("select count(*) from delegation where ended_at is null"))
                .isZero();
    }

    @Test
    void aHeadsDeputyActsForHim() {
        Phone.of(port, HOUSING_HEAD)
                .post("/delegations", to(HOUSING_DEPUTY, ""))
                .expect(201);
        Phone.of(port, HOUSING_DEPUTY)
                .onBehalfOf(HOUSING_HEAD)
                .get("/outgoing-documents")
                .expect(200);
        run("delete from post where person_id = '" + HOUSING_DEPUTY + "'");
        try {
            org.awaitility.Awaitility.await()
                    .atMost(java.time.Duration.ofSeconds(15))
                    .untilAsserted(() -> Phone.of(port, HOUSING_DEPUTY)
                            .onBehalfOf(HOUSING_HEAD)
                            .get("/outgoing-documents")
                            .refused(403, "E_GEN_SCOPE"));
        } finally {
            run("insert into post (person_id, role, organization_id) values ('" + HOUSING_DEPUTY + "', 'UNIT_DEPUTY', '"
                    + HOUSING_BUREAU + "')");
        }
        // Else the next test would find him as he was meanwhile.
        org.awaitility.Awaitility.await()
                .atMost(java.time.Duration.ofSeconds(15))
                .untilAsserted(() -> Phone.of(port, HOUSING_DEPUTY)
                        .onBehalfOf(HOUSING_HEAD)
                        .get("/outgoing-documents")
                        .expect(200));
    }

    @Test
    void twoForOneScopeAndTimeAreRefused() {
        leader().post("/delegations", to(DEPUTY, "\"documentKinds\":[\"REQUEST\"],"))
                .expect(201);
        leader().post("/delegations", to(DEPUTY_2, "")).refused(409, "E_GEN_DELEGATION_OVERLAP");
        leader().post("/delegations", to(DEPUTY_2, "\"documentKinds\":[\"REQUEST\",\"LETTER\"],"))
                .refused(409, "E_GEN_DELEGATION_OVERLAP");
        leader().post("/delegations", to(DEPUTY, "\"documentKinds\":[\"LETTER\"],"))
                .refused(409, "E_GEN_DELEGATION_OVERLAP");
        leader().post("/delegations", to(DEPUTY_2, "\"documentKinds\":[\"LETTER\"],"))
                .expect(201);
    }

    @Test
    void ofEightGivenAtOnceExactlyOneStands() throws Exception {
        for (int round = 0; round < 3; round++) {
            var answers = atOnce(8, i -> () -> leader().post("/delegations", to(i % 2 == 0 ? DEPUTY : DEPUTY_2, "")));
            assertThat(answers.stream().filter(answer -> answer.status() == 201))
                    .hasSize(1);
            assertThat(answers.stream().filter(answer -> answer.status() != 201))
                    .hasSize(7)
                    .allSatisfy(answer -> answer.refused(409, "E_GEN_DELEGATION_OVERLAP"));
            assertThat(number("select count(*) from delegation where ended_at is null"))
                    .isEqualTo(1);
            allAreOver();
        }
    }

    @Test
    void eachSeesHisOwnAndTheDirectorAll() {
        var made = leader().post("/delegations", to(DEPUTY, "")).expect(201).id();
        for (var phone : List.of(leader(), deputy(), director())) {
            phone.get("/delegations/" + made).expect(200);
            assertThat(phone.get("/delegations?inForce=true")
                            .expect(200)
                            .body()
                            .get("items")
                            .toString())
                    .contains(made.toString());
        }
        Phone.of(port, DEPUTY_2).get("/delegations/" + made).refused(404, "E_WEB_NOT_FOUND");
        assertThat(Phone.of(port, DEPUTY_2)
                        .get("/delegations")
                        .expect(200)
                        .body()
                        .get("items")
                        .toString())
                .doesNotContain(made.toString());
        Phone.of(port, AGENT).get("/delegations").refused(403, "E_GEN_SCOPE");
        assertThat(leader().get("/delegations/" + made)
                        .body()
                        .get("legalActions")
                        .toString())
                .contains("END");
        assertThat(deputy().get("/delegations/" + made).body().get("legalActions"))
                .isEmpty();
    }

    @Test
    void onePastItsBeginningBeginsNowAndAFutureOneNotYet() {
        var future = Instant.now().plus(1, ChronoUnit.DAYS);
        var made = leader().post("/delegations", to(DEPUTY, "\"validFrom\":\"" + future + "\","))
                .expect(201);
        assertThat(made.body().get("inForce").asBoolean()).isFalse();
        deputy().onBehalfOf(LEADER).get("/me/todos").refused(403, "E_GEN_SCOPE");
        var past = Instant.now().minus(9, ChronoUnit.DAYS);
        var second = Phone.of(port, DEPUTY_2)
                .post("/delegations", to(DEPUTY, "\"validFrom\":\"" + past + "\","))
                .expect(201);
        assertThat(second.text("validFrom")).isEqualTo(second.text("createdAt"));
    }

    private long copies(UUID subject) {
        return number("select count(*) from todo where closed_at is null and person_id = '" + DEPUTY
                + "' and on_behalf_of = '" + LEADER + "' and subject_id = '" + subject + "'");
    }

    private static Answer end(Phone phone, UUID id, long seen) {
        return phone.post("/delegations/" + id + "/endings", seen, "{\"reason\":\"回来了\"}");
    }

    private static String to(UUID delegate, String more) {
        return until(delegate, more, 3);
    }

    private static String until(UUID delegate, String more, int days) {
        return "{%s\"delegateId\":\"%s\",\"validTo\":\"%s\",\"reason\":\"出差\"}"
                .formatted(more, delegate, Instant.now().plus(days, ChronoUnit.DAYS));
    }

    private static List<Answer> atOnce(int many, java.util.function.IntFunction<Callable<Answer>> work)
            throws Exception {
        var threads = Executors.newFixedThreadPool(many);
        try {
            return threads
                    .invokeAll(java.util.stream.IntStream.range(0, many)
                            .mapToObj(work)
                            .toList())
                    .stream()
                    .flatMap(DelegationJourneyTests::done)
                    .toList();
        } finally {
            threads.shutdownNow();
        }
    }

    private static Stream<Answer> done(Future<Answer> future) {
        try {
            return Stream.of(future.get());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private Phone leader() {
        return Phone.of(port, LEADER);
    }

    private Phone deputy() {
        return Phone.of(port, DEPUTY);
    }

    private Phone director() {
        return Phone.of(port, DIRECTOR);
    }

    private void run(String sql) {
        database.sql(sql).then().block();
    }

    private long number(String sql) {
        return database.sql(sql).map(row -> row.get(0, Long.class)).one().block();
    }
}
