package io.duban.documents.incoming;

import io.duban.support.Phone;
import io.duban.support.Phone.Answer;
import io.duban.support.TestDatabase;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** The demo district's people with a paper in their hands: {@code office.does(206, paper, "receipts", "{..}")}. */
final class IncomingOffice {

    static final UUID HOUSING = demo(111);
    static final UUID URBAN = demo(112);
    static final UUID POLICE = demo(113);
    static final UUID HEALTH = demo(114);
    static final int CHIEF = 201;
    static final int DEPUTY = 202;
    static final int OTHER_DEPUTY = 203;
    static final int DIRECTOR = 204;
    static final int OFFICE_DEPUTY = 205;
    static final int REGISTRAR = 206;
    static final int HANDLER = 207;
    static final int SECTION_CHIEF = 208;
    static final int ARCHIVIST = 222;
    static final String CHECKLIST =
            "{\"competent\":true,\"rulesKept\":true,\"formatRight\":true,\"consulted\":true,\"otherwiseFit\":true}";

    private final int port;
    private final TestDatabase database;

    IncomingOffice(int port, TestDatabase database) {
        this.port = port;
        this.database = database;
    }

    static UUID demo(int number) {
        return UUID.fromString("01900000-0000-7000-8000-000000000" + number);
    }

    static String in(int days) {
        return Instant.now()
                .plus(Duration.ofDays(days))
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
    }

    Phone at(int person) {
        return Phone.of(port, demo(person));
    }

    Phone desktop(int person) {
        return Phone.desktop(port, demo(person));
    }

    Answer reads(int person, String paper) {
        return at(person).get("/incoming-documents/" + paper);
    }

    /** A step on a paper, at the version it has now. */
    Answer does(int person, String paper, String what, String body) {
        return at(person).post("/incoming-documents/" + paper + "/" + what, versionOf(paper), body);
    }

    long versionOf(String paper) {
        return number("select version from incoming_document where id = '%s'".formatted(paper));
    }

    /** The housing bureau delivers; its head signed. */
    String delivered(String title, String docType, String more) {
        return at(230).post("/incoming-documents", delivery(title, docType, more))
                .expect(201)
                .text("id");
    }

    static String delivery(String title, String docType, String more) {
        return """
                {"senderName":"区住建局","senderNumber":"%s","signerId":"%s","docType":"%s","urgency":"NORMAL","title":"%s",
                 "text":"正文"%s}""".formatted("住建〔2026〕" + UUID.randomUUID(), demo(228), docType, title, more);
    }

    String registered(String title, String docType, String kind) {
        var paper = delivered(title, docType, "");
        does(REGISTRAR, paper, "receipts", "{\"pages\":3}").expect(200);
        does(REGISTRAR, paper, "registrations", "{\"handlingKind\":\"%s\"}".formatted(kind))
                .expect(200);
        return paper;
    }

    String proposed(String title, String docType, String kind) {
        var paper = registered(title, docType, kind);
        does(HANDLER, paper, "proposals", proposal()).expect(200);
        does(SECTION_CHIEF, paper, "proposal-checks", "{}").expect(200);
        return paper;
    }

    static String proposal() {
        return "{\"checklist\":%s,\"opinion\":\"建议由城管局主办\",\"hostUnitId\":\"%s\"}".formatted(CHECKLIST, URBAN);
    }

    /** On the desk of the deputy in charge, and then of the chief. */
    String submitted(String title, String docType) {
        var paper = proposed(title, docType, "ACTION");
        submit(paper, DEPUTY, CHIEF).expect(200);
        return paper;
    }

    Answer submit(String paper, int... leaders) {
        var asked = new StringBuilder();
        for (int leader : leaders) {
            asked.append(asked.isEmpty() ? "" : ",")
                    .append("{\"leaderId\":\"%s\",\"question\":\"是否同意\"}".formatted(demo(leader)));
        }
        return does(DIRECTOR, paper, "submissions", "{\"leaders\":[%s]}".formatted(asked));
    }

    Answer writes(int leader, String paper, String verdict, String words) {
        return does(
                leader,
                paper,
                "instructions",
                "{\"verdict\":\"%s\",\"form\":\"TEXT\",\"words\":\"%s\"}".formatted(verdict, words));
    }

    /** At work in the urban bureau, by the chief's order. */
    String assigned(String title, String docType, String parts) {
        var paper = submitted(title, docType);
        writes(DEPUTY, paper, "AGREE", "同意,请区长审定").expect(200);
        writes(CHIEF, paper, "ACT", "请城管局办理").expect(200);
        does(HANDLER, paper, "assignment-drafts", "{\"assignments\":[%s]}".formatted(parts))
                .expect(200);
        does(DIRECTOR, paper, "assignment-confirmations", "").expect(200);
        return paper;
    }

    static String part(UUID unit, String duty, int days) {
        return "{\"unitId\":\"%s\",\"duty\":\"%s\",\"requirement\":\"清理到位\"%s}"
                .formatted(unit, duty, days == 0 ? "" : ",\"dueAt\":\"" + in(days) + "\"");
    }

    /** The step of a unit on its live part. */
    Answer unit(int person, String paper, UUID unit, String what, String body) {
        return does(person, paper, "assignments/" + part(paper, unit) + "/" + what, body);
    }

    String part(String paper, UUID unit) {
        return text("""
                select id::text from incoming_assignment where document_id = '%s' and unit_id = '%s'
                  and status not in ('DROPPED', 'REASSIGNED') order by id desc limit 1""".formatted(paper, unit));
    }

    String signedBody(int handler, int deputy) {
        return "{\"handlerId\":\"%s\",\"seenById\":\"%s\"}".formatted(demo(handler), demo(deputy));
    }

    Answer attaches(int person, String paper, String name, String content) {
        var phone = at(person);
        return phone.send(phone.request("/incoming-documents/" + paper + "/attachments?fileName=" + name)
                .header("Content-Type", "application/octet-stream")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .method("POST", BodyPublishers.ofString(content)));
    }

    /** A step by the delegate in the name of his principal. */
    Answer doesFor(int principal, int delegate, String paper, String what, String body) {
        return at(delegate)
                .onBehalfOf(demo(principal))
                .post("/incoming-documents/" + paper + "/" + what, versionOf(paper), body);
    }

    /** From a minute ago until tomorrow, with what else its row says: {@code "presiding = true"}. */
    String mandate(int principal, int delegate, String more) {
        var id = UUID.randomUUID().toString();
        execute("""
                insert into delegation (id, version, principal_id, delegate_id, valid_from, valid_to, presiding, reason, created_by_id, created_at)
                values ('%s', 1, '%s', '%s', now() - interval '1 minute', now() + interval '1 day', false, '出差', '%2$s', now())""".formatted(id, demo(principal), demo(delegate)));
        if (!more.isEmpty()) {
            execute("update delegation set %s where id = '%s'".formatted(more, id));
        }
        return id;
    }

    String file(String paper) {
        return text("select id::text from stored_file where subject_id = '%s' order by received_at desc limit 1"
                .formatted(paper));
    }

    long todos(int person, String action, String paper) {
        return number(
                "select count(*) from todo where subject_id = '%s' and action = '%s' and person_id = '%s' and closed_at is null"
                        .formatted(paper, action, demo(person)));
    }

    long number(String sql) {
        try (var connection = database.connect();
                var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    String text(String sql) {
        try (var connection = database.connect();
                var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    void execute(String sql) {
        database.execute(sql);
    }

    /** The leader is content with what came of his words. */
    void strikesOff(int leader, String paper) {
        var id = text("select id::text from leader_instruction where source_id = '%s' and status = 'REPORTED'"
                .formatted(paper));
        var version = number("select version from leader_instruction where id = '%s'".formatted(id));
        at(leader)
                .post("/leader-instructions/" + id + "/strike-offs", version, "")
                .expect(200);
    }
}
