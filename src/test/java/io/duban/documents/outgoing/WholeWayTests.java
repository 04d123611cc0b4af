package io.duban.documents.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import io.duban.support.Phone;
import io.duban.support.Phone.Answer;
import io.duban.support.ServerTest;
import io.duban.support.TestDatabase;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/** What journeys of outgoing papers over HTTP have in common; every answer is held against the contract. */
@ServerTest
abstract class WholeWayTests {

    static final int LIAISON = 230;
    static final int HEAD = 228;
    static final int REVIEWER = 209;
    static final int DIRECTOR = 204;
    static final int CHIEF = 201;
    static final int DEPUTY = 202;
    static final int REGISTRAR = 206;
    static final int KEEPER = 211;
    static final int LAWYER = 210;
    static final int ARCHIVIST = 222;
    static final int URBAN_HEAD = 232;
    static final int POLICE_HEAD = 236;
    static final UUID URBAN = id(112);
    static final UUID POLICE = id(113);

    private static final JsonMapper JSON = new JsonMapper();

    @LocalServerPort
    int port;

    @Autowired
    TestDatabase database;

    Answer draft(Map<String, ?> more) {
        var body = new HashMap<String, Object>(Map.of(
                "issuer", "GOVERNMENT",
                "docType", "NOTICE",
                "direction", "DOWNWARD",
                "title", "关于冬季供暖保障的通知",
                "text", "各有关单位:请认真落实。",
                "mainRecipients", List.of(URBAN, POLICE),
                "disclosure", "PROACTIVE",
                "basis", "年度工作部署"));
        body.putAll(more);
        return at(LIAISON).post("/outgoing-documents", json(body));
    }

    UUID drafted(Map<String, ?> more) {
        return draft(more).expect(201).id();
    }

    Answer does(int who, String what, UUID document, Map<String, ?> body) {
        return does(at(who), who, what, document, body);
    }

    Answer does(Phone phone, int reader, String what, UUID document, Map<String, ?> body) {
        var seen = version(document);
        return phone.post("/outgoing-documents/" + document + "/" + what, seen, json(body));
    }

    /** Without If-Match: what binds is the text. */
    Answer says(int who, String what, UUID document, Map<String, ?> body) {
        return at(who).post("/outgoing-documents/" + document + "/" + what, UUID.randomUUID(), json(body));
    }

    Answer get(UUID document) {
        return at(REGISTRAR).get("/outgoing-documents/" + document);
    }

    String hash(UUID document) {
        return get(document).text("textHash");
    }

    long version(UUID document) {
        return get(document).version();
    }

    void submitAndReview(UUID document) {
        does(HEAD, "submissions", document, Map.of()).expect(200);
        does(REVIEWER, "reviews", document, Map.of()).expect(200);
    }

    Answer present(UUID document, int signer) {
        return does(DIRECTOR, "signature-requests", document, Map.of("signerId", id(signer), "orderReason", "分管领导出差"));
    }

    Answer sign(int who, UUID document) {
        return does(who, "decisions", document, verdict("SIGN", document));
    }

    Map<String, Object> verdict(String verdict, UUID document) {
        return Map.of("verdict", verdict, "textHash", hash(document), "mode", "EXPLICIT", "opinion", "同意。");
    }

    /** Signed, rechecked, numbered, sealed. */
    void toSeal(UUID document) {
        does(REVIEWER, "rechecks", document, Map.of()).expect(200);
        does(REGISTRAR, "numbers", document, Map.of("issuerCode", "南政发")).expect(200);
        does(KEEPER, "seal-uses", document, Map.of("sealName", "南湖区人民政府")).expect(200);
    }

    UUID issued(Map<String, ?> more) {
        var document = drafted(more);
        submitAndReview(document);
        present(document, DEPUTY).expect(200);
        sign(DEPUTY, document).expect(200);
        toSeal(document);
        issue(document).expect(200);
        return document;
    }

    Answer issue(UUID document) {
        return does(REGISTRAR, "issues", document, Map.of("recipients", List.of(URBAN, POLICE)));
    }

    long todos(int person, String action, UUID document) {
        return count(
                "select count(*) from todo where person_id = '%s' and action = '%s' and subject_id = '%s' and closed_at is null"
                        .formatted(id(person), action, document));
    }

    long count(String sql) {
        try (var connection = database.connect();
                var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void run(String sql) {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    Phone at(int person) {
        return Phone.desktop(port, id(person));
    }

    static void in(String state, Answer answer) {
        assertThat(answer.expect(200).text("status")).isEqualTo(state);
    }

    static String json(Map<String, ?> body) {
        return JSON.writeValueAsString(body);
    }

    static UUID id(int number) {
        return UUID.fromString("01900000-0000-7000-8000-000000000" + number);
    }
}
