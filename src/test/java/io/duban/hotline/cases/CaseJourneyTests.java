package io.duban.hotline.cases;

import static io.duban.support.DemoDistrict.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.hotline.tickets.ClosingSteps;
import io.duban.support.Phone;
import io.duban.support.ServerTest;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A ticket that ended well is told without the people in it, signed by the director, and sent up. */
@ServerTest
class CaseJourneyTests {

    @LocalServerPort
    int port;

    private Phone manager;
    private Phone director;

    @BeforeEach
    void people() {
        manager = Phone.of(port, HOTLINE_MANAGER);
        director = Phone.of(port, DIRECTOR);
    }

    @Test
    void goesFromTheTicketToTheOfficeAbove() {
        var before = reported();
        var ticket =
                ClosingSteps.dispatched(port).handedIn().passed().calledBack().id();
        manager.post("/hotline-cases", draft(ticket, "张三反映夜间施工")).refused(400, "E_GEN_VALIDATION");
        var drafted = manager.post("/hotline-cases", draft(ticket, "市民反映夜间施工")).expect(201);
        var path = "/hotline-cases/" + drafted.id();
        assertThat(drafted.header("Location")).endsWith(path);
        manager.post("/hotline-cases", draft(ticket, "市民反映夜间施工")).refused(409, "E_GEN_ILLEGAL_STATE");
        manager.post(path + "/verdicts", 1, "{\"verdict\":\"SIGN\"}").refused(403, "E_GEN_SCOPE");

        director.post(path + "/verdicts", 1, "{\"verdict\":\"RETURN\",\"words\":\"写明复查情况\"}")
                .expect(200);
        manager.post(path + "/amendments", 2, text("地址是东湖路1号")).refused(400, "E_GEN_VALIDATION");
        manager.post(path + "/amendments", 2, text("三日后复查,未再施工")).expect(200);
        director.post(path + "/verdicts", 2, "{\"verdict\":\"SIGN\"}").refused(412, "E_GEN_STALE_VERSION");
        var signed =
                director.post(path + "/verdicts", 3, "{\"verdict\":\"SIGN\"}").expect(200);
        assertThat(signed.text("status")).isEqualTo("SIGNED");
        assertThat(signed.text("signedById")).isEqualTo(DIRECTOR.toString());
        manager.post(path + "/withdrawals", 4, "{\"reason\":\"不报了\"}").refused(409, "E_GEN_ILLEGAL_STATE");
        assertThat(manager.post(path + "/reports", 4, "{\"sentTo\":\"市12345热线管理中心\"}")
                        .expect(200)
                        .text("status"))
                .isEqualTo("REPORTED");

        assertThat(Phone.of(port, LEADER)
                        .get("/hotline-cases?status=REPORTED&limit=1")
                        .expect(200)
                        .body()
                        .at("/items/0/ticketNumber")
                        .asString())
                .startsWith("RX");
        assertThat(reported()).isEqualTo(before + 1);
        Phone.of(port, URBAN_HEAD).get(path).refused(403, "E_GEN_SCOPE");
    }

    @Test
    void aTicketThatDidNotEndWellIsNoCaseAndADroppedOneMayBeToldAgain() {
        var open = ClosingSteps.dispatched(port).id();
        manager.post("/hotline-cases", draft(open, "市民反映夜间施工")).refused(409, "E_GEN_ILLEGAL_STATE");
        var ended =
                ClosingSteps.dispatched(port).handedIn().passed().calledBack().id();
        Phone.of(port, AGENT).post("/hotline-cases", draft(ended, "市民反映夜间施工")).refused(403, "E_GEN_SCOPE");
        var dropped = manager.post("/hotline-cases", draft(ended, "市民反映夜间施工"))
                .expect(201)
                .id();
        manager.post("/hotline-cases/" + dropped + "/withdrawals", 1, "{\"reason\":\"不典型\"}")
                .expect(200);
        manager.post("/hotline-cases", draft(ended, "市民反映夜间施工")).expect(201);
    }

    private long reported() {
        var today = LocalDate.now();
        return director.get("/hotline-case-counts?from=" + today.minusDays(2) + "&to=" + today.plusDays(2))
                .expect(200)
                .body()
                .get("reported")
                .asLong();
    }

    private static String draft(UUID ticket, String text) {
        return "{\"ticketId\":\"%s\",\"title\":\"一次夜间施工扰民的处置\",\"text\":\"%s\"}".formatted(ticket, text);
    }

    private static String text(String text) {
        return "{\"title\":\"一次夜间施工扰民的处置\",\"text\":\"%s\"}".formatted(text);
    }
}
