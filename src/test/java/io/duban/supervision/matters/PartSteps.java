package io.duban.supervision.matters;

import static io.duban.supervision.Caller.*;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.duban.supervision.Caller;
import io.duban.supervision.Caller.Answer;
import io.duban.supervision.MatterSteps;
import io.duban.support.Desk;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;

/** One matter with its units' parts, over HTTP: each step as somebody takes it who has just read the part. */
record PartSteps(Caller caller, MatterSteps matter) {

    static final UUID POLICE_HEAD = UUID.fromString("01900000-0000-7000-8000-000000000236");
    static final UUID POLICE_HANDLER = UUID.fromString("01900000-0000-7000-8000-000000000239");

    /** Everyday follow-up of URBAN as the host, with or without DONGHU as a co unit. */
    static PartSteps issued(int port, boolean withCo) {
        var caller = new Caller(port);
        return new PartSteps(
                caller,
                new MatterSteps(caller)
                        .drafted("ROUTINE", false)
                        .submitted()
                        .approvedBy(DIRECTOR)
                        .issued(withCo));
    }

    String host() {
        return matter.host();
    }

    String co() {
        return matter.coPart();
    }

    Answer see(UUID person, String part) {
        return caller.get(person, matter.part(part));
    }

    Answer post(UUID person, String part, String step, String body) {
        return caller.post(person, matter.part(part) + "/" + step, body, matter.partEtag(part));
    }

    Answer done(UUID person, String part, String step, String body) {
        var answer = post(person, part, step, body);
        assertThat(answer.status()).as(step + " " + answer.body()).isEqualTo(200);
        return answer;
    }

    void refused(UUID person, String part, String step, String body, int status, String code) {
        var answer = post(person, part, step, body);
        assertThat(answer.status()).as(step + " " + answer.body()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
    }

    PartSteps signed(UUID liaison, String part, UUID handler) {
        done(liaison, part, "receipts", "{\"handlerId\": \"%s\"}".formatted(handler));
        return this;
    }

    Answer handIn(UUID head, String part, String first, String second) {
        return done(head, part, "final-feedbacks", result(first, second));
    }

    static String result(String first, String second) {
        return "{\"result\": \"RESOLVED\", \"facts\": [\"%s\", \"%s\"]}".formatted(first, second);
    }

    static String wish(UUID suggested) {
        return "{\"reason\": \"OTHER_UNIT_COMPETENT\", \"words\": \"该路段由他单位管养\", \"suggestedUnitId\": \"%s\", \"legalBasis\": \"三定规定\"}"
                .formatted(suggested);
    }

    static String verdict(UUID unit) {
        return unit == null ? "{\"words\": \"仍由你单位承办\"}" : "{\"unitId\": \"%s\", \"words\": \"改由其承办\"}".formatted(unit);
    }

    /** So much more time than its original date gives. */
    String moreTime(String part, Duration longer) {
        OffsetDateTime due = OffsetDateTime.parse(see(SUPERVISOR, part).<String>at("$.originalDueAt"));
        return "{\"until\": \"%s\", \"reason\": \"连续降雨\", \"done\": \"已回填一半\", \"plan\": \"放晴后三日完成\"}"
                .formatted(due.plus(longer).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME));
    }

    List<String> actions(UUID person, String part) {
        return see(person, part).at("$.legalActions");
    }

    List<String> todos(UUID person) {
        return JsonPath.read(
                Desk.of(caller.port(), person), "$.items[?(@.subjectId == '%s')].action".formatted(matter.id()));
    }

    Answer history(UUID person, String part) {
        return caller.get(person, matter.part(part) + "/history");
    }
}
