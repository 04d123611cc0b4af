package io.duban.journeys;

import static io.duban.support.DemoDistrict.*;
import static io.duban.support.TicketSteps.feedback;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.supervision.inspections.Tus;
import io.duban.support.Desk;
import io.duban.support.Pictures;
import io.duban.support.ServerTest;
import io.duban.support.TicketSteps;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.JsonNode;

/** A unit hands in its result with what it rests on; what is doubtful is told to the auditor and to nobody else. */
@ServerTest
class HotlineFeedbackJourneyTests {

    private static final String PART = "{\"unitId\":\"%s\",\"facts\":\"%s\"}";

    @LocalServerPort
    int port;

    @Autowired
    DatabaseClient database;

    @Test
    void aFeedbackNeedsNoPhotoAndIsOftenWithoutOne() {
        var ticket = TicketSteps.atWork(port);
        ticket.does(URBAN_DEPUTY, "feedbacks", feedback("RESOLVED", fresh("已责令夜间停止施工"), ""));
        var seen = ticket.seenBy(HOTLINE_AUDITOR);
        assertThat(seen.text("status")).isEqualTo("FEEDBACK_SUBMITTED");
        assertThat(doubts(seen.body())).isEmpty();
        var handedIn = ticket.read(HOTLINE_AUDITOR, "handling-history")
                .expect(200)
                .body()
                .at("/feedbacks/0");
        assertThat(handedIn.get("attempt").asInt()).isEqualTo(1);
        assertThat(handedIn.at("/files/complete").asBoolean()).isTrue();
    }

    @Test
    void aSilentCoUnitIsWaitedForUntilTheResultIsPassedAndNotAfter() {
        var ticket = TicketSteps.atWork(port, HOUSING_BUREAU);
        ticket.does(URBAN_HEAD, "feedbacks", feedback("RESOLVED", fresh("已责令夜间停止施工"), ""));
        assertThat(Desk.of(port, HOUSING_HEAD)).contains(ticket.id().toString());
        ticket.does(HOTLINE_AUDITOR, "audits", "{\"verdict\":\"PASS\"}");
        assertThat(Desk.of(port, HOUSING_HEAD)).doesNotContain(ticket.id().toString());
        assertThat(database.sql(
                                "select count(*) from deadline where subject_id = $1 and satisfied_at is null and step <> 'CALLBACK'")
                        .bind(0, ticket.id())
                        .map(row -> row.get(0, Long.class))
                        .one()
                        .block())
                .isZero();
    }

    @Test
    void nobodyIsToldBeforeHeWasContacted() {
        var ticket = TicketSteps.atWork(port);
        database.sql("update hotline_contact set contacted_at = now() + interval '1 minute' where ticket_id = $1")
                .bind(0, ticket.id())
                .then()
                .block();
        ticket.tries(URBAN_HEAD, "feedbacks", feedback("RESOLVED", "已处理", ""))
                .refused(422, "E_HOT_CITIZEN_NOT_INFORMED");
    }

    @Test
    void theHeadSignsWhatTheManagerCallsHeavy() {
        var ticket = TicketSteps.atWork(port);
        assertThat(ticket.offers(URBAN_DEPUTY, "SUBMIT_FEEDBACK")).isTrue();
        ticket.does(HOTLINE_MANAGER, "head-requirements", "");
        assertThat(ticket.offers(URBAN_DEPUTY, "SUBMIT_FEEDBACK")).isFalse();
        ticket.tries(URBAN_DEPUTY, "feedbacks", feedback("RESOLVED", fresh("已处理"), ""))
                .refused(403, "E_GEN_SCOPE");
        ticket.does(URBAN_HEAD, "feedbacks", feedback("RESOLVED", fresh("已处理"), ""));
    }

    @Test
    void anExplanationTakesNoPhotoButEveryPaper() {
        var ticket = TicketSteps.atWork(port);
        var photo = Pictures.fresh();
        ticket.tries(URBAN_HEAD, "feedbacks", feedback("EXPLAINED", "已解释政策", file(UUID.randomUUID(), photo, true)))
                .refused(422, "E_GEN_PHOTO_NOT_JUSTIFIED");
        ticket.does(
                URBAN_HEAD, "feedbacks", feedback("EXPLAINED", fresh("已解释政策"), file(UUID.randomUUID(), photo, false)));
    }

    @Test
    void aPhotoUsedElsewhereMakesAResolvedTicketSuspectBeforeTheAuditorAndNotBeforeTheUnit() {
        var photo = Pictures.fresh();
        var first = handedInWith(photo);
        assertThat(doubts(first.seenBy(HOTLINE_AUDITOR).body())).doesNotContain("SUSPECT_FALSE_CLOSURE");

        var second = handedInWith(photo);
        assertThat(doubts(second.seenBy(HOTLINE_AUDITOR).body())).contains("SUSPECT_FALSE_CLOSURE");
        assertThat(doubts(second.seenBy(URBAN_HEAD).body())).isEmpty();
        second.tries(HOTLINE_AUDITOR, "audits", "{\"verdict\":\"PASS\"}").refused(412, "E_GEN_STALE_VERSION");
        var doubtful = second.read(HOTLINE_AUDITOR, "handling-history").body().get("doubtfulFiles");
        assertThat(doubtful.get(0).get("flags").toString()).contains("DUPLICATE_IMAGE");
        assertThat(second.read(URBAN_HEAD, "handling-history").body().get("doubtfulFiles"))
                .isEmpty();
        var stored = doubtful.get(0).get("storedFileId").asString();
        assertThat(second.read(HOTLINE_AUDITOR, "files/" + stored).status()).isEqualTo(200);
        assertThat(first.read(HOTLINE_AUDITOR, "files/" + stored).status()).isEqualTo(404);
        assertThat(second.read(HOUSING_HEAD, "files/" + stored).status()).isEqualTo(404);
        second.refreshed()
                .does(
                        HOTLINE_AUDITOR,
                        "audits",
                        "{\"verdict\":\"RETURN_FOR_CORRECTION\",\"defects\":[{\"kind\":\"OTHER\",\"text\":\"照片重复\"}]}");
    }

    @Test
    void aTextThatReadsAsAnotherDoesIsToldToTheAuditor() {
        var words = fresh("接到诉求后我单位高度重视,立即组织人员到现场核查并督促整改,已与诉求人沟通");
        TicketSteps.atWork(port).does(URBAN_HEAD, "feedbacks", feedback("RESOLVED", words, ""));
        var second = TicketSteps.atWork(port);
        second.does(URBAN_HEAD, "feedbacks", feedback("RESOLVED", words + "。", ""));
        assertThat(doubts(second.seenBy(HOTLINE_AUDITOR).body())).containsExactly("TEMPLATE_TEXT");
        assertThat(second.read(HOTLINE_AUDITOR, "handling-history")
                        .body()
                        .at("/feedbacks/0/likeness")
                        .asDouble())
                .isGreaterThan(0.9);
        assertThat(second.read(URBAN_HEAD, "handling-history")
                        .body()
                        .at("/feedbacks/0/likeness")
                        .isMissingNode())
                .isTrue();
    }

    @Test
    void aCoUnitsPartGoesToTheHostComesBackOnceAndIsNamedWhereItIsMissing() {
        var ticket = TicketSteps.atWork(port, HOUSING_BUREAU);
        ticket.tries(HOUSING_HEAD, "parts", PART.formatted(URBAN_BUREAU, "冒名")).refused(400, "E_GEN_VALIDATION");
        ticket.does(HOUSING_HEAD, "parts", PART.formatted(HOUSING_BUREAU, "已阅"));
        var part = ticket.read(URBAN_HEAD, "handling-history")
                .body()
                .at("/parts/0/id")
                .asString();
        ticket.tries(URBAN_HEAD, "parts/" + UUID.randomUUID() + "/returns", "{\"reason\":\"没有\"}")
                .refused(404, "E_WEB_NOT_FOUND");
        ticket.does(URBAN_HEAD, "parts/" + part + "/returns", "{\"reason\":\"没有实质内容\"}");
        ticket.tries(URBAN_HEAD, "parts/" + part + "/returns", "{\"reason\":\"没有实质内容\"}")
                .refused(409, "E_GEN_ILLEGAL_STATE");

        ticket.does(URBAN_HEAD, "feedbacks", feedback("PARTLY", fresh("已协调"), ""));
        assertThat(doubts(ticket.seenBy(HOTLINE_AUDITOR).body())).contains("CO_UNIT_SILENT");
        assertThat(ticket.read(HOTLINE_AUDITOR, "handling-history")
                        .body()
                        .at("/feedbacks/0/silentCoUnitIds/0")
                        .asString())
                .isEqualTo(HOUSING_BUREAU.toString());
        assertThat(number(
                        "select count(*) from event_log where subject_id = $1 and type = 'hotline.ticket.coSilent' and '"
                                + HOUSING_HEAD + "' = any(addressee_ids)",
                        ticket.id()))
                .isEqualTo(1);

        ticket.does(
                HOTLINE_AUDITOR,
                "audits",
                "{\"verdict\":\"RETURN_FOR_CORRECTION\",\"defects\":[{\"kind\":\"OTHER\",\"text\":\"缺协办意见\"}]}");
        ticket.does(HOUSING_HEAD, "parts", PART.formatted(HOUSING_BUREAU, "该项目已竣工备案"));
        var again = ticket.read(URBAN_HEAD, "handling-history")
                .body()
                .at("/parts/1/id")
                .asString();
        ticket.tries(URBAN_HEAD, "parts/" + again + "/returns", "{\"reason\":\"还是不行\"}")
                .refused(422, "E_GEN_RETURN_TWICE");
        ticket.does(URBAN_HEAD, "feedbacks", feedback("RESOLVED", fresh("已办结"), ""));
        assertThat(doubts(ticket.seenBy(HOTLINE_AUDITOR).body())).doesNotContain("CO_UNIT_SILENT");
    }

    private TicketSteps handedInWith(byte[] photo) {
        var ticket = TicketSteps.atWork(port);
        var id = UUID.randomUUID();
        ticket.does(URBAN_HEAD, "feedbacks", feedback("RESOLVED", fresh("已清理"), file(id, photo, true)));
        assertThat(new Tus(port, URBAN_LIAISON).create(id, photo.length).status())
                .as("only who named it")
                .isEqualTo(404);
        var phone = new Tus(port, URBAN_HEAD);
        assertThat(phone.create(id, photo.length).status()).isEqualTo(201);
        assertThat(phone.patch(id, 0, photo).status()).isEqualTo(204);
        return ticket;
    }

    private static String file(UUID id, byte[] content, boolean photo) {
        return ",\"files\":[{\"id\":\"%s\",\"sha256\":\"%s\",\"sizeBytes\":%d%s}]"
                .formatted(id, Tus.sha256(content), content.length, photo ? ",\"purpose\":\"AFTER\"" : "");
    }

    /** Words nobody has handed in before. */
    private static String fresh(String words) {
        return words + UUID.randomUUID() + UUID.randomUUID();
    }

    private static List<String> doubts(JsonNode ticket) {
        return ticket.path("feedbackDoubts")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    private long number(String sql, UUID subject) {
        return database.sql(sql)
                .bind(0, subject)
                .map(row -> row.get(0, Long.class))
                .one()
                .block();
    }
}
