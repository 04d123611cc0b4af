package io.duban.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import io.duban.compliance.PublishedContract.Operation;
import io.duban.support.DemoDistrict;
import io.duban.support.Phone;
import io.duban.support.Phone.Answer;
import io.duban.support.ServerTest;
import io.duban.support.TestDatabase;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/** The mark of a state secret is refused at every entrance, in every string, and nothing of what came with it is kept (0.11 (5), D2). */
@ServerTest
@ExtendWith(OutputCaptureExtension.class)
class ClassifiedWalkTests {

    private static final String CANARY = "金丝雀五二七";
    private static final String MARK = CANARY + "机密★";
    private static final JsonMapper JSON = new JsonMapper();

    /** Operations that never come to reading the body, since they refuse whatever it says. */
    private static final Map<String, String> REFUSED_BEFORE = Map.of(
            "amendLeaderInstruction", "a leader's words are never edited, so nothing of the request is taken in");

    @LocalServerPort
    int port;

    @Autowired
    TestDatabase database;

    @Value("${duban.home}")
    Path home;

    private final PublishedContract contract = PublishedContract.served();
    private final RequestBodies bodies = new RequestBodies(contract, CANARY, MARK);

    @Test
    void refusesTheMarkInEveryStringOfEveryBody(CapturedOutput output) {
        var people = new FitPeople(database);
        var reached = new HashSet<String>();
        var wrong = new ArrayList<String>();
        var asked = 0;
        var writing = withJson();
        for (var operation : writing) {
            var phone = Phone.desktop(port, people.of(operation));
            for (var marked : bodies.marked(contract.bodies(operation).get("application/json"))) {
                var answer = send(phone, operation, JSON.writeValueAsString(marked.body()), UUID.randomUUID());
                asked++;
                if (isClassified(answer)) {
                    reached.add(operation.id());
                } else if (marked.free() && !REFUSED_BEFORE.containsKey(operation.id()) || answer.status() < 400) {
                    wrong.add(operation.id() + marked.pointer() + ": " + answer.status() + " " + answer.code());
                }
                if (answer.body().toString().contains(CANARY)) {
                    wrong.add(operation.id() + marked.pointer() + ": the answer repeats it");
                }
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(asked).isGreaterThan(250);
        assertThat(writing.stream().filter(this::takesWords).map(Operation::id).toList())
                .hasSizeGreaterThan(80)
                .allMatch(id -> reached.contains(id) || REFUSED_BEFORE.containsKey(id));
        assertThat(reached).doesNotContainAnyElementsOf(REFUSED_BEFORE.keySet());
        assertNothingKept();
        assertThat(output.getAll()).doesNotContain(CANARY);
    }

    @Test
    void refusesTheMarkInFilesTheirNamesAndTheirNotes() {
        var uploads = contract.operations().stream()
                .filter(operation -> contract.bodies(operation).containsKey("application/octet-stream"))
                .toList();
        assertThat(uploads).hasSizeGreaterThanOrEqualTo(4);
        var homes = new Uploads(port);
        var classified = new ArrayList<String>();
        for (var upload : uploads) {
            for (var way : homes.marked(upload, MARK)) {
                var answer = way.get();
                assertThat(answer.status())
                        .as(upload.id() + " " + answer.body())
                        .isBetween(400, 499);
                if (isClassified(answer)) {
                    classified.add(upload.id());
                }
            }
        }
        assertThat(classified)
                .containsAll(uploads.stream()
                        .map(Operation::id)
                        .filter(id -> !Uploads.OF_PICTURES_WITHOUT_WORDS.contains(id))
                        .toList());
        assertNothingKept();
    }

    @Test
    void refusesARepeatedKeyAgainAndLeavesTheKeyToADecentBody() {
        var phone = Phone.of(port, DemoDistrict.URBAN_HANDLER);
        var key = UUID.randomUUID();
        for (int i = 0; i < 3; i++) {
            var answer = phone.post("/feedback", key, complaint(MARK)).refused(422, "E_GEN_CLASSIFIED_REFUSED");
            assertThat(answer.header("Idempotency-Replayed")).isNull();
        }
        assertThat(count("select count(*) from refused_command where request_key = '%s'".formatted(key)))
                .isEqualTo("1");
        assertThat(count("select count(*) from idempotency_key where key = '%s'".formatted(key)))
                .isEqualTo("0");
        phone.post("/feedback", key, complaint("填报太多")).expect(201);
    }

    @Test
    void refusesTheMarkFromAPartnersSystemToo() {
        var intake = withJson().stream()
                .filter(operation -> operation.id().equals("acceptHotlineTicket"))
                .findFirst()
                .orElseThrow();
        var partner = Phone.of(port, DemoDistrict.PARTNER);
        for (var marked : bodies.marked(contract.bodies(intake).get("application/json"))) {
            var answer = send(partner, intake, JSON.writeValueAsString(marked.body()), UUID.randomUUID());
            assertThat(isClassified(answer))
                    .as(marked.pointer() + " " + answer.body())
                    .isEqualTo(marked.free());
            assertThat(answer.status()).isBetween(400, 499);
        }
        assertNothingKept();
    }

    /** What the walk looks for is there to be found: words without a mark are taken, and then the tables hold them. */
    @Test
    void wouldSeeABodyThatWasTaken() {
        var decent = "金丝雀六零三,机密性和秘密花园都不是标志";
        var answer = Phone.of(port, DemoDistrict.URBAN_HANDLER).post("/feedback", complaint(decent));
        assertThat(isClassified(answer)).isFalse();
        assertThat(answer.status()).isEqualTo(201);
        assertThat(StoredText.tablesWith("金丝雀六零三", database)).contains("feedback", "idempotency_key");
    }

    private void assertNothingKept() {
        assertThat(StoredText.tablesWith(CANARY, database)).isEmpty();
        assertThat(StoredText.filesWith(CANARY, home)).isEmpty();
    }

    private List<Operation> withJson() {
        return contract.operations().stream()
                .filter(operation -> contract.bodies(operation).containsKey("application/json"))
                .toList();
    }

    private boolean takesWords(Operation operation) {
        return bodies.marked(contract.bodies(operation).get("application/json")).stream()
                .anyMatch(RequestBodies.Marked::free);
    }

    private static Answer send(Phone phone, Operation operation, String body, UUID key) {
        var path = operation
                .path()
                .replace("{year}", "2027")
                .replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
        return phone.send(phone.request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key.toString())
                .header("If-Match", "\"1\"")
                .method(operation.method().toUpperCase(java.util.Locale.ROOT), BodyPublishers.ofString(body)));
    }

    private static boolean isClassified(Answer answer) {
        return answer.status() == 422 && answer.code().equals("E_GEN_CLASSIFIED_REFUSED");
    }

    private static String complaint(String text) {
        return JSON.writeValueAsString(new LinkedHashMap<>(Map.of("kind", "COMPLAINT", "area", "APP", "text", text)));
    }

    private String count(String sql) {
        return StoredSchema.rows(database, sql, 1).get(0).get(0);
    }
}
