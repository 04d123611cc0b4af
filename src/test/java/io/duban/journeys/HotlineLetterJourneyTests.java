package io.duban.journeys;

import static io.duban.support.DemoDistrict.*;
import static io.duban.support.TicketSteps.feedback;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.support.Desk;
import io.duban.support.Phone;
import io.duban.support.Phone.Answer;
import io.duban.support.ServerTest;
import io.duban.support.TicketSteps;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A letter is answered in writing, signed by whoever must, and published only where its writer agrees and is not named. */
@ServerTest
class HotlineLetterJourneyTests {

    private static final String PASS = "{\"verdict\":\"PASS\"}";

    @LocalServerPort
    int port;

    @Test
    void aLetterToTheMayorIsSignedByTheHeadAndTheOfficeBeforeItIsPassed() {
        var ticket = written("MAYOR_MAILBOX");
        ticket.tries(URBAN_DEPUTY, "feedbacks", feedback("RESOLVED", "已修复路灯", ""))
                .refused(400, "E_GEN_VALIDATION");
        ticket.does(URBAN_DEPUTY, "feedbacks", feedback("RESOLVED", "已修复路灯", answer("张三同志:路灯已修复。")));
        var id = letter(ticket);
        assertThat(ticket.offers(HOTLINE_AUDITOR, "PASS_AUDIT")).isFalse();
        assertThat(ticket.offers(HOTLINE_AUDITOR, "RETURN_FOR_CORRECTION")).isTrue();
        ticket.tries(HOTLINE_AUDITOR, "audits", PASS).refused(422, "E_DOC_UNSIGNED_BY_UNIT_HEAD");
        sign(OFFICE_DEPUTY, id, 1, "office-signatures").refused(409, "E_GEN_ILLEGAL_STATE");
        sign(HOUSING_HEAD, id, 1, "head-signatures").refused(404, "E_WEB_NOT_FOUND");
        assertThat(sign(URBAN_HEAD, id, 1, "head-signatures").expect(200).text("status"))
                .isEqualTo("PENDING_OFFICE");
        ticket.tries(HOTLINE_AUDITOR, "audits", PASS).refused(422, "E_DOC_UNSIGNED_BY_UNIT_HEAD");
        sign(DIRECTOR, id, 2, "office-signatures").refused(403, "E_GEN_SCOPE");
        sign(OFFICE_DEPUTY, id, 1, "office-signatures").refused(412, "E_GEN_STALE_VERSION");
        assertThat(sign(OFFICE_DEPUTY, id, 2, "office-signatures").expect(200).text("status"))
                .isEqualTo("SIGNED");
        assertThat(ticket.offers(HOTLINE_AUDITOR, "PASS_AUDIT")).isTrue();
        ticket.does(HOTLINE_AUDITOR, "audits", PASS);
    }

    @Test
    void nobodyIsAskedToSignAnAnswerThatWasSentBack() {
        var ticket = written("MAYOR_MAILBOX");
        ticket.does(URBAN_DEPUTY, "feedbacks", feedback("RESOLVED", "已修复路灯", answer("张三同志:路灯已修复。")));
        var id = letter(ticket);
        assertThat(Desk.of(port, URBAN_HEAD)).contains(id.toString());
        ticket.does(
                HOTLINE_AUDITOR,
                "audits",
                "{\"verdict\":\"RETURN_FOR_CORRECTION\",\"defects\":[{\"kind\":\"OFF_POINT\",\"text\":\"答非所问\"}]}");
        assertThat(Desk.of(port, URBAN_HEAD)).doesNotContain(id.toString());
        ticket.does(URBAN_DEPUTY, "feedbacks", feedback("RESOLVED", "已修复路灯", answer("张三同志:路灯已修复。")));
        assertThat(Desk.of(port, URBAN_HEAD)).contains(id.toString());
    }

    @Test
    void theHeadWhoHandsInSignsByThatAndACorrectedAnswerIsSignedAnew() {
        var ticket = written("DISTRICT_MAILBOX");
        ticket.does(URBAN_HEAD, "feedbacks", feedback("EXPLAINED", "已解释", answer("现答复如下。")));
        var id = letter(ticket);
        assertThat(read(id).text("status")).isEqualTo("SIGNED");
        ticket.does(
                HOTLINE_AUDITOR,
                "audits",
                "{\"verdict\":\"RETURN_FOR_CORRECTION\",\"defects\":[{\"kind\":\"OFF_POINT\",\"text\":\"答非所问\"}]}");
        ticket.does(URBAN_DEPUTY, "feedbacks", feedback("EXPLAINED", "已再次解释", answer("补充答复如下。")));
        var again = read(id);
        assertThat(again.text("status")).isEqualTo("PENDING_HEAD");
        assertThat(again.text("answer")).isEqualTo("补充答复如下。");
        assertThat(again.body().get("headSignedBy")).isNull();
        ticket.tries(HOTLINE_AUDITOR, "audits", PASS).refused(422, "E_DOC_UNSIGNED_BY_UNIT_HEAD");
        sign(URBAN_HEAD, id, again.version(), "head-signatures").expect(200);
        ticket.does(
                HOTLINE_AUDITOR,
                "audits",
                "{\"verdict\":\"RETURN_FOR_CORRECTION\",\"defects\":[{\"kind\":\"NO_BASIS\",\"text\":\"无依据\"}]}");
        ticket.does(URBAN_HEAD, "feedbacks", feedback("EXPLAINED", "已第三次解释", answer("依据如下。")));
        assertThat(read(id).text("status")).isEqualTo("SIGNED");
        ticket.does(HOTLINE_AUDITOR, "audits", PASS);
    }

    @Test
    void anAnswerIsPublishedWithConsentAndWithoutTheWritersData() {
        var ticket = written("WEB_MESSAGE");
        ticket.does(URBAN_HEAD, "feedbacks", feedback("RESOLVED", "已修复路灯", answer("张三同志:路灯已修复。")));
        var id = letter(ticket);
        publish(id, 1, "路灯已修复。").refused(403, "E_GEN_SCOPE");
        consent(id, 1, false);
        publish(id, 2, "路灯已修复。").refused(403, "E_GEN_SCOPE");
        consent(id, 2, true);
        assertThat(read(id).body().get("legalActions").toString()).doesNotContain("PUBLISH");
        publish(id, 3, "路灯已修复。").refused(409, "E_GEN_ILLEGAL_STATE");
        ticket.does(HOTLINE_AUDITOR, "audits", PASS);
        publish(id, 3, "张三同志:路灯已修复。").refused(400, "E_GEN_VALIDATION");
        publish(id, 3, "路灯已修复,有问题请拨13800001234。").refused(400, "E_GEN_VALIDATION");
        publish(id, 3, "路灯已修复,有问题请拨１３８ ００００ １２３４。").refused(400, "E_GEN_VALIDATION");
        publish(id, 3, "张 三同志:路灯已修复。").refused(400, "E_GEN_VALIDATION");
        publish(id, 3, "路灯已修复。").expect(200);
        assertThat(published(id)).isTrue();
        var withdrawn = consent(id, 4, false);
        assertThat(withdrawn.text("status")).isEqualTo("SIGNED");
        assertThat(published(id)).isFalse();
    }

    @Test
    void aPublishedAnswerIsReadByNobodyOnceItsTicketIsDoneAgain() {
        var ticket = written("WEB_MESSAGE");
        ticket.does(URBAN_HEAD, "feedbacks", feedback("RESOLVED", "已修复路灯", answer("张三同志:路灯已修复。")));
        var id = letter(ticket);
        consent(id, 1, true);
        ticket.does(HOTLINE_AUDITOR, "audits", PASS);
        publish(id, 2, "路灯已修复。").expect(200);
        assertThat(published(id)).isTrue();
        ticket.does(HOTLINE_AUDITOR, "redos", "{\"wishes\":\"路灯又不亮了\",\"reasonable\":true}");
        assertThat(published(id)).isFalse();
        assertThat(read(id).text("status")).isEqualTo("SIGNED");
        publish(id, read(id).version(), "路灯已修复。").refused(409, "E_GEN_ILLEGAL_STATE");
    }

    @Test
    void aPublishedAnswerIsReadByNobodyOnceThePlatformAboveSendsItsTicketAnew() {
        var city = Phone.of(port, PARTNER);
        var number = UUID.randomUUID().toString();
        var sent = """
                {"sourceSystem":"CITY_12345","sourceId":"%s","sourceVersion":%d,"channel":"WEB_MESSAGE","demandType":"HELP",
                 "categoryCode":"noise","title":"路灯","words":"路灯不亮","receivedAt":"2026-11-20T08:00:00+08:00","place":{"address":"东湖路1号"}}""";
        var first = city.post("/hotline-tickets", sent.formatted(number, 1)).expect(201);
        var ticket =
                TicketSteps.of(port, first.id()).dispatched("ORDINARY").signed().contacted();
        ticket.does(URBAN_HEAD, "feedbacks", feedback("RESOLVED", "已修复路灯", answer("路灯已修复。")));
        var id = letter(ticket);
        consent(id, 1, true);
        ticket.does(HOTLINE_AUDITOR, "audits", PASS);
        publish(id, 2, "路灯已修复。").expect(200);
        assertThat(published(id)).isTrue();
        city.post("/hotline-tickets", sent.formatted(number, 2)).expect(200);
        assertThat(published(id)).isFalse();
    }

    @Test
    void aTelephoneCallIsNotAnsweredInWriting() {
        TicketSteps.atWork(port)
                .tries(URBAN_HEAD, "feedbacks", feedback("RESOLVED", "已处理", answer("现答复如下。")))
                .refused(400, "E_GEN_VALIDATION");
    }

    private TicketSteps written(String channel) {
        return TicketSteps.accepted(port, channel, "COMPLAINT")
                .dispatched("ORDINARY")
                .signed()
                .contacted();
    }

    private UUID letter(TicketSteps ticket) {
        return Phone.of(port, DISPATCHER)
                .get("/hotline-letters?limit=100")
                .expect(200)
                .body()
                .get("items")
                .valueStream()
                .filter(line ->
                        line.get("ticketId").asString().equals(ticket.id().toString()))
                .map(line -> UUID.fromString(line.get("id").asString()))
                .findFirst()
                .orElseThrow();
    }

    private Answer read(UUID letter) {
        return Phone.of(port, DISPATCHER).get("/hotline-letters/" + letter).expect(200);
    }

    private Answer sign(UUID person, UUID letter, long seen, String how) {
        return Phone.of(port, person).post("/hotline-letters/" + letter + "/" + how, seen, "");
    }

    private Answer publish(UUID letter, long seen, String text) {
        return Phone.of(port, HOTLINE_MANAGER)
                .post("/hotline-letters/" + letter + "/publications", seen, "{\"answer\":\"" + text + "\"}");
    }

    private Answer consent(UUID letter, long seen, boolean yes) {
        return Phone.of(port, CALLBACK_AGENT)
                .post(
                        "/hotline-letters/" + letter + "/consents",
                        seen,
                        "{\"consented\":" + yes + ",\"way\":\"TELEPHONE\"}")
                .expect(200);
    }

    private boolean published(UUID letter) {
        return Phone.of(port, URBAN_LIAISON)
                .get("/hotline-published-answers?limit=100")
                .expect(200)
                .body()
                .get("items")
                .valueStream()
                .anyMatch(line -> line.get("id").asString().equals(letter.toString()));
    }

    private static String answer(String text) {
        return ",\"writtenAnswer\":\"" + text + "\"";
    }
}
