package io.duban.supervision.inspections;

import static io.duban.supervision.Caller.*;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.duban.supervision.Caller;
import io.duban.supervision.Caller.Answer;
import io.duban.supervision.MatterSteps;
import io.duban.supervision.inspections.FieldMessages.Piece;
import io.duban.support.Desk;
import io.duban.support.ServerTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An inspection made without network, over HTTP: whatever becomes of its messages on the way, it ends in the same state. */
@ServerTest
class FieldWorkJourneyTests {

    private static final int SHUFFLES = 4;

    /** Server times, versions and the ids a second phone cannot share are left out. */
    private static final List<String> KEPT = List.of(
            "$.status",
            "$.place",
            "$.position",
            "$.startedAt",
            "$.unitId",
            "$.authorId",
            "$.recordMadeAt",
            "$.objectStatement",
            "$.peopleMet",
            "$.hazard",
            "$.complete",
            "$.missingFindingIds",
            "$.findings[*].number",
            "$.findings[*].standard",
            "$.findings[*].result",
            "$.findings[*].foundAt");

    @LocalServerPort
    int port;

    Caller caller;
    MatterSteps matter;
    FieldMessages phone;

    @BeforeEach
    void issued() {
        caller = new Caller(port);
        matter = new MatterSteps(caller)
                .drafted("ROUTINE", true)
                .submitted()
                .approvedBy(DIRECTOR)
                .issued(false);
        phone = FieldMessages.of(matter);
    }

    @Test
    void endsInTheSameStateHoweverItIsSent() {
        phone.sent(caller, phone.pieces().toArray(Piece[]::new));
        var whole = kept(phone);
        assertThat(whole).contains("RECORD_SUBMITTED");
        for (int seed = 0; seed < SHUFFLES; seed++) {
            var other = FieldMessages.of(matter);
            messages(other, new Random(seed)).forEach(message -> other.sent(caller, message));
            assertThat(kept(other)).as("seed " + seed).isEqualTo(whole);
            assertThat(caller.get(INSPECTOR, other.path() + "/declared-photos").<List<?>>at("$.items"))
                    .hasSize(2);
        }
    }

    @Test
    void takesMessagesThatComeAtTheSameMoment() {
        var sending = phone.pieces().stream()
                .map(piece -> CompletableFuture.supplyAsync(() -> phone.send(caller, piece)))
                .toList();
        assertThat(sending.stream().map(CompletableFuture::join).map(Answer::status))
                .allMatch(status -> status == 200 || status == 201);
        var seen = phone.see(caller, INSPECTOR);
        assertThat(seen.<String>at("$.status")).isEqualTo("RECORD_SUBMITTED");
        assertThat(seen.<List<?>>at("$.findings")).hasSize(2);
        assertThat(seen.<List<?>>at("$.missingPhotoIds")).hasSize(2);
    }

    @Test
    void letsARecordWaitForItsFindingsAndPhotos() {
        phone.sent(caller, phone.handIn("属实"), phone.finding(1));
        var waiting = phone.see(caller, INSPECTOR);
        assertThat(waiting.<String>at("$.status")).isEqualTo("ON_SITE");
        assertThat(waiting.<List<String>>at("$.missingFindingIds"))
                .containsExactly(phone.findings().get(0).toString());
        assertThat(phone.see(caller, URBAN_HEAD).status()).as("not in yet").isEqualTo(404);

        phone.sent(caller, phone.photo(0), phone.photo(1));
        phone.sent(caller, phone.finding(0));
        var in = phone.see(caller, INSPECTOR);
        assertThat(in.<String>at("$.status")).isEqualTo("RECORD_SUBMITTED");
        assertThat(in.<Boolean>at("$.complete"))
                .as("the photos' bytes are to come")
                .isFalse();

        phone.photos()
                .forEach(photo ->
                        caller.post(INSPECTOR, "/declared-files/" + photo + "/withdrawals", "{\"reason\": \"手机进水\"}"));
        assertThat(phone.see(caller, INSPECTOR).<Boolean>at("$.complete")).isTrue();
    }

    @Test
    void tellsTheDutyOfficerOfAHazardBeforeTheRecordIsThere() {
        phone.sent(caller, phone.finding(0, "OK"));
        assertThat(caller.get(DUTY_OFFICER, phone.path() + "/hazard").status())
                .as("a visit that found none is none of his")
                .isEqualTo(404);
        phone.sent(caller, phone.finding(1, "HAZARD"));
        var told = caller.get(DUTY_OFFICER, phone.path() + "/hazard");
        assertThat(told.<List<String>>at("$.findings[*].result")).contains("HAZARD");
        assertThat(told.body()).as("no point of the inspector").doesNotContain("latitude");
        assertThat(caller.get(URBAN_HEAD, phone.path() + "/hazard").status())
                .as("an unannounced visit")
                .isIn(403, 404);
        assertThat(JsonPath.<List<String>>read(
                        Desk.of(caller.port(), DUTY_OFFICER),
                        "$.items[?(@.subjectId == '%s')].action".formatted(phone.inspection())))
                .containsExactly("ACKNOWLEDGE_HAZARD");
        var noted = caller.post(DUTY_OFFICER, phone.path() + "/hazard-acknowledgements", "{\"note\": \"已通知公安\"}");
        assertThat(noted.<List<String>>at("$.findings[*].result")).contains("HAZARD");
        assertThat(caller.get(URBAN_HEAD, matter.path() + "/timeline").body())
                .as("the visit is not given away")
                .doesNotContain("ACKNOWLEDGE_HAZARD");
    }

    @Test
    void takesABeginningAgainUnderAnotherKeyAndRefusesAnother() {
        assertThat(phone.send(caller).status()).isEqualTo(201);
        assertThat(phone.send(caller).status()).isEqualTo(200);
        conflicts(phone.send(caller, INSPECTOR, "另一处", List.of()));
        conflicts(phone.send(caller, SUPERVISION_CHIEF, "东湖路12号", List.of()));
        assertThat(phone.send(caller, URBAN_HEAD, "东湖路12号", List.of()).status()).isEqualTo(403);
        assertThat(phone.see(caller, INSPECTOR).<Integer>at("$.version")).isEqualTo(1);
    }

    @Test
    void refusesTheSameIdWithAnotherContent() {
        phone.sent(caller, phone.pieces().toArray(Piece[]::new));
        var version = phone.see(caller, INSPECTOR).<Integer>at("$.version");
        conflicts(phone.send(caller, phone.finding(0, "HAZARD")));
        conflicts(phone.send(caller, phone.handIn("改口")));
        conflicts(phone.send(caller, new Piece("photos", phone.photo(0).json().replace(" 1000,", " 1001,"))));
        var other = new FieldMessages(matter, UUID.randomUUID(), phone.findings(), phone.photos(), UUID.randomUUID());
        conflicts(other.send(caller, phone.finding(0)));
        assertThat(phone.see(caller, INSPECTOR).<Integer>at("$.version")).isEqualTo(version);
        assertThat(other.see(caller, INSPECTOR).status()).isEqualTo(404);
    }

    @Test
    void refusesWhatTheRecordDoesNotNameWhicheverCameFirst() {
        var stray = FieldMessages.of(matter);
        phone.sent(caller, phone.pieces().toArray(Piece[]::new));
        assertThat(phone.send(caller, stray.finding(0)).code()).isEqualTo("E_GEN_ILLEGAL_STATE");
        assertThat(phone.send(caller, stray.photo(0)).code()).isEqualTo("E_GEN_ILLEGAL_STATE");

        var early = FieldMessages.of(matter);
        early.sent(caller, stray.finding(0));
        assertThat(early.send(caller, early.handIn("属实")).code()).isEqualTo("E_GEN_VALIDATION");
    }

    @Test
    void takesAListThatIsNullForAnEmptyOne() {
        var sent = caller.post(
                INSPECTOR, matter.path() + "/field-work", """
                {"start": {"id": "%s", "place": "东湖路12号"}, "photos": null,
                 "findings": [{"id": "%s", "number": 1, "standard": "路面平整", "result": "OK", "photoIds": null}]}""".formatted(phone.inspection(), UUID.randomUUID()));
        assertThat(sent.status()).as(sent.body()).isEqualTo(201);
        assertThat(sent.<List<?>>at("$.findings")).hasSize(1);
    }

    @Test
    void refusesWorkForAMatterThatIsNotUnderWay() {
        var draft = FieldMessages.of(new MatterSteps(caller).drafted("ROUTINE", true));
        assertThat(draft.send(caller).code()).isIn("E_GEN_ILLEGAL_STATE", "E_GEN_VALIDATION");
    }

    private static void conflicts(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("E_GEN_IDEMPOTENCY_CONFLICT");
    }

    private String kept(FieldMessages sent) {
        var seen = sent.see(caller, INSPECTOR);
        return KEPT.stream().map(path -> path + "=" + seen.at(path)).toList().toString();
    }

    private static List<Piece[]> messages(FieldMessages sent, Random random) {
        var queue = new ArrayList<>(sent.pieces());
        queue.add(queue.get(random.nextInt(queue.size())));
        Collections.shuffle(queue, random);
        var messages = new ArrayList<Piece[]>();
        while (!queue.isEmpty()) {
            var cut = queue.subList(0, 1 + random.nextInt(Math.min(3, queue.size())));
            messages.add(cut.toArray(Piece[]::new));
            cut.clear();
        }
        return messages;
    }
}
