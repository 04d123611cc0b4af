package io.duban.documents.incoming;

import static io.duban.documents.incoming.IncomingOffice.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.documents.BusyServer;
import io.duban.platform.problem.RefusalCode;
import io.duban.support.Phone.Answer;
import io.duban.support.ServerTest;
import io.duban.support.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Many at once, and whatever people try in whatever order: nothing is lost, numbered twice or ended early. */
@ServerTest
class IncomingRaceTests {

    @LocalServerPort
    int port;

    @Autowired
    TestDatabase database;

    private IncomingOffice office;

    @BeforeEach
    void open() {
        office = new IncomingOffice(port, database);
    }

    @Test
    void letsExactlyOneOfFiftyInstructingCallsWin() throws Exception {
        var paper = office.proposed("五十个同时批示", "REPORT", "ACTION");
        office.submit(paper, DEPUTY).expect(200);
        var version = office.versionOf(paper);
        var answers = atOnce(
                50,
                (i, key) -> office.at(DEPUTY)
                        .post(
                                "/incoming-documents/" + paper + "/instructions",
                                version,
                                key,
                                "{\"verdict\":\"ACT\",\"form\":\"TEXT\",\"words\":\"第%d次\"}".formatted(i)));
        assertThat(answers.stream().filter(answer -> answer.status() == 200)).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.status() != 200))
                .allSatisfy(answer -> assertThat(answer.code()).isEqualTo(RefusalCode.E_GEN_STALE_VERSION.name()));
        assertThat(office.number("select count(*) from leader_instruction where source_id = '%s'".formatted(paper)))
                .isEqualTo(1);
    }

    @Test
    void givesAHundredRegistrationsDenseNumbersInEachSeries() throws Exception {
        var first = office.delivered("百件登记", "NOTICE", "");
        office.does(REGISTRAR, first, "receipts", "{\"pages\":1}").expect(200);
        var papers = Stream.generate(() -> copyOf(first)).limit(100).toList();
        var last = number("SW");
        var lastToRead = number("SWY");
        var answers = atOnce(
                100,
                (i, key) -> office.at(REGISTRAR)
                        .post(
                                "/incoming-documents/" + papers.get(i) + "/registrations",
                                2,
                                key,
                                "{\"handlingKind\":\"%s\"}".formatted(i % 2 == 0 ? "ACTION" : "READING")));
        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.status())
                        .as(String.valueOf(answer.body()))
                        .isEqualTo(200));
        assertThat(numbers(answers, "SW-")).containsExactlyElementsOf(from(last));
        assertThat(numbers(answers, "SWY-")).containsExactlyElementsOf(from(lastToRead));
    }

    @Test
    void keepsItsPromisesOnRandomWalks() {
        for (long seed = 1; seed <= 4; seed++) {
            walk(new Random(seed));
        }
        assertThat(office.number("""
                select count(*) from incoming_document d where title = '随机行走' and status in ('COMPLETED', 'ARCHIVED') and (
                    exists (select 1 from incoming_assignment a where a.document_id = d.id
                        and a.status in ('DRAFTED', 'ASSIGNED', 'HANDLING', 'RETURN_ASKED', 'DISPUTED', 'SUBMITTED'))
                    or exists (select 1 from incoming_reader r where r.document_id = d.id and r.state = 'PENDING')
                    or exists (select 1 from leader_instruction i where i.source_id = d.id
                        and i.status in ('RECORDED', 'DECOMPOSED', 'ASSIGNED', 'IN_PROGRESS')))"""))
                .as("no paper is completed over something open")
                .isZero();
        assertThat(
                        office.number(
                                "select count(*) - count(distinct register_number) from incoming_document where register_number is not null"))
                .isZero();
        assertThat(office.number("""
                select count(*) from incoming_document d where handling_kind = 'ACTION'
                  and status not in ('COMPLETED', 'ARCHIVED', 'RETURNED_TO_SENDER', 'VOIDED')
                  and title = '随机行走' and not exists (select 1 from todo where todo.subject_id = d.id and todo.closed_at is null)"""))
                .as("whatever is under way lies on somebody's desk")
                .isZero();
    }

    /** Everybody tries everything; what is refused changes nothing. */
    private void walk(Random random) {
        var paper = office.delivered("随机行走", random.nextBoolean() ? "REQUEST" : "REPORT", "");
        var steps = steps();
        for (int i = 0; i < 90; i++) {
            var version = office.versionOf(paper);
            var step = steps.get(random.nextInt(steps.size()));
            var answer = step.take(paper);
            if (answer.status() == 200) {
                assertThat(answer.version()).isEqualTo(version + 1);
            } else {
                assertThat(answer.status()).as(String.valueOf(answer.body())).isBetween(400, 499);
                assertThat(office.versionOf(paper)).isEqualTo(version);
            }
        }
    }

    /** Something somebody may try. */
    private interface Step {
        Answer take(String paper);
    }

    private List<Step> steps() {
        return List.of(
                paper -> office.does(REGISTRAR, paper, "receipts", "{\"pages\":1}"),
                paper -> office.does(REGISTRAR, paper, "registrations", "{\"handlingKind\":\"ACTION\"}"),
                paper -> office.does(HANDLER, paper, "proposals", proposal()),
                paper -> office.does(SECTION_CHIEF, paper, "proposal-checks", "{}"),
                paper -> office.submit(paper, DEPUTY, CHIEF),
                paper -> office.writes(DEPUTY, paper, "AGREE", "同意"),
                paper -> office.writes(CHIEF, paper, "ACT", "请办理"),
                paper -> office.does(
                        HANDLER,
                        paper,
                        "assignment-drafts",
                        "{\"assignments\":[%s,%s]}".formatted(part(URBAN, "HOST", 9), part(HOUSING, "CO", 0))),
                paper -> office.does(DIRECTOR, paper, "assignment-confirmations", ""),
                paper -> onPart(234, paper, URBAN, "receipts", office.signedBody(235, 233)),
                paper -> onPart(232, paper, URBAN, "results", "{\"kind\":\"DONE\",\"text\":\"办结\"}"),
                paper -> onPart(230, paper, HOUSING, "receipts", office.signedBody(231, 229)),
                paper -> onPart(228, paper, HOUSING, "results", "{\"kind\":\"DONE\",\"text\":\"协办完成\"}"),
                paper -> onPart(HANDLER, paper, URBAN, "corrections", "{\"defects\":[\"不实\"]}"),
                paper -> onPart(HANDLER, paper, URBAN, "acceptances", ""),
                paper -> onPart(DIRECTOR, paper, HOUSING, "releases", "{\"reason\":\"不需要\"}"),
                paper -> office.does(
                        REGISTRAR,
                        paper,
                        "circulations",
                        "{\"mode\":\"PARALLEL\",\"readerIds\":[\"%s\"]}".formatted(demo(OTHER_DEPUTY))),
                paper -> office.at(OTHER_DEPUTY).post("/incoming-documents/" + paper + "/readings", "{}"),
                paper -> office.does(HANDLER, paper, "answers", "{\"kind\":\"REPLY\",\"text\":\"同意\"}"),
                paper -> office.does(HANDLER, paper, "completions", "{\"noAnswerReason\":\"无需\"}"));
    }

    private Answer onPart(int person, String paper, UUID unit, String what, String body) {
        var there = office.number(
                "select count(*) from incoming_assignment where document_id = '%s' and unit_id = '%s' and status not in ('DROPPED', 'REASSIGNED')"
                        .formatted(paper, unit));
        return there == 0
                ? office.does(person, paper, "assignments/" + UUID.randomUUID() + "/" + what, body)
                : office.unit(person, paper, unit, what, body);
    }

    private static List<Answer> atOnce(int callers, BiFunction<Integer, UUID, Answer> call) throws Exception {
        var calls = IntStream.range(0, callers)
                .<Callable<Answer>>mapToObj(i -> {
                    var key = UUID.randomUUID();
                    return () -> BusyServer.insist(() -> call.apply(i, key));
                })
                .toList();
        var executor = Executors.newFixedThreadPool(callers);
        try {
            var answers = new ArrayList<Answer>();
            for (var answer : executor.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            executor.shutdownNow();
        }
    }

    /** Papers in the same state, made beside the application: a hundred whole journeys would only take longer. */
    private String copyOf(String paper) {
        var copy = UUID.randomUUID();
        office.execute("""
                create temporary table one as select * from incoming_document where id = '%1$s';
                update one set id = '%2$s', sender_number = '%2$s';
                insert into incoming_document select * from one;
                drop table one""".formatted(paper, copy));
        return copy.toString();
    }

    private int number(String series) {
        return (int) office.number(
                "select coalesce(max(last), 0) from incoming_register where series = '%s'".formatted(series));
    }

    private static List<Integer> numbers(List<Answer> answers, String head) {
        return answers.stream()
                .map(answer -> answer.text("registerNumber"))
                .filter(number -> number.startsWith(head))
                .map(number -> Integer.valueOf(number.substring(number.length() - 6)))
                .sorted()
                .toList();
    }

    private static List<Integer> from(int last) {
        return IntStream.rangeClosed(last + 1, last + 50).boxed().toList();
    }
}
