package io.duban.hotline.figures;

import static io.duban.support.DemoDistrict.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.hotline.tickets.ClosingSteps;
import io.duban.support.ServerTest;
import io.duban.support.TicketSteps;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * What real steps make of the figures, counted by hand. Other tests leave tickets in the same month, so each claim is about what was added: numerator,
 * denominator and what is excluded, such as {@code +1/+2 MERGED+1}.
 */
@ServerTest
class HotlineFiguresJourneyTests {

    private static final String RETURN = """
            {"reason":"NOT_COMPETENT","words":"不属本局","legalBasis":"三定方案","suggestedUnitId":"%s"}""".formatted(HOUSING_BUREAU);
    private static final String HOUSING_SIGNS = "{\"handlerId\":\"" + HOUSING_HANDLER + "\"}";

    @LocalServerPort
    int port;

    @Test
    void callBacksOfEachOutcomeAreCountedOnceARound() {
        var before = sheet();
        passed().calledBack("YES", "SATISFIED");
        passed().calledBack("PARTLY", "BASICALLY_SATISFIED");
        passed().by(CALLBACK_AGENT, "callbacks", "{\"outcome\":\"REFUSED_TO_RATE\"}")
                .expect(200);
        var redone = passed();
        redone.by(CALLBACK_AGENT, "callback-attempts", """
                        {"result":"WANTS_REDO","resolved":"NO","satisfaction":"DISSATISFIED","note":"夜里还在施工"}""").expect(200);
        redone.redo(HOTLINE_AUDITOR).expect(200);
        redone.handedIn().passed();
        redone.redo(HOTLINE_MANAGER).expect(200);
        redone.handedIn().passed().calledBack("YES", "SATISFIED");
        var later = passed().calledBack("NO", "DISSATISFIED");
        later.by(AGENT, "evaluations", "{\"resolved\":\"YES\",\"satisfaction\":\"SATISFIED\",\"words\":\"已修好\"}")
                .expect(200);
        var excluded = passed().calledBack("NO", "DISSATISFIED");
        excluded.by(URBAN_HEAD, "exclusion-requests", "{\"reason\":\"BEYOND_POLICY\",\"evidence\":\"见公告\"}")
                .expect(200);
        excluded.by(HOTLINE_MANAGER, "exclusion-decisions", "{\"granted\":true,\"words\":\"属实\"}")
                .expect(200);
        var after = sheet();
        // YES: the first, the redone one in the end, the later word. Not: PARTLY, and what was heard before the redo.
        assertThat(added(before, after, "hot.resolutionRate")).isEqualTo("+3/+5 BEYOND_POLICY+1 REFUSED_TO_RATE+1");
        assertThat(added(before, after, "hot.satisfactionRate")).isEqualTo("+4/+5 BEYOND_POLICY+1 REFUSED_TO_RATE+1");
        assertThat(added(before, after, "hot.firstTimeRate")).isEqualTo("+4/+5 BEYOND_POLICY+1");
        assertThat(added(before, after, "hot.redoRate")).isEqualTo("+1/+5 BEYOND_POLICY+1");
        assertThat(added(before, after, "hot.closeRate")).isEqualTo("+6/+6");
        // Two redos are two more dispatches, and no first ones.
        assertThat(added(before, after, "hot.returnRate")).isEqualTo("+0/+8");
        assertThat(added(before, after, "hot.dispatchAccuracy")).isEqualTo("+6/+6");
        assertThat(added(before, after, "hot.responseRate")).isEqualTo("+5/+5 BEYOND_POLICY+1");
    }

    @Test
    void whatIsGivenBackIsCountedForWhoHasItAndOnlyForWhatHeDid() {
        var before = sheet();
        TicketSteps.complaint(port)
                .dispatched("ORDINARY")
                .does(URBAN_DEPUTY, "returns", RETURN)
                .does(HOTLINE_MANAGER, "return-decisions", "{\"decision\":\"KEEP\",\"words\":\"属你局\"}");
        TicketSteps.complaint(port)
                .dispatched("ORDINARY")
                .does(URBAN_DEPUTY, "returns", RETURN)
                .does(HOTLINE_MANAGER, "return-decisions", reassignment())
                .does(HOUSING_LIAISON, "receipts", HOUSING_SIGNS);
        TicketSteps.complaint(port)
                .dispatched("ORDINARY")
                .does(URBAN_DEPUTY, "returns", RETURN)
                .does(HOTLINE_MANAGER, "return-decisions", "{\"decision\":\"DISPUTE\",\"words\":\"有争议\"}")
                .does(OFFICE_DEPUTY, "designations", designation())
                .signed()
                .contacted();
        var after = sheet();
        // Kept and not signed yet; the next unit has signed and contacted nobody; the designated one has done both.
        assertThat(added(before, after, "hot.responseRate")).isEqualTo("+1/+1 DESIGNATED+1 NOT_YET_DUE+2 REASSIGNED+1");
        assertThat(added(before, after, "hot.returnRate")).isEqualTo("+3/+5");
        assertThat(added(before, after, "hot.badReturnRate")).isEqualTo("+1/+3");
        assertThat(added(before, after, "hot.dispatchAccuracy")).isEqualTo("+2/+3");
    }

    @Test
    void whatComesInAndGoesOutAgainIsListed() {
        var before = sheet();
        TicketSteps.accepted(port, "HOTLINE_12345", "CONSULTATION")
                .does(AGENT, "direct-answers", "{\"answer\":\"周一至周五\",\"knowledgeItemId\":\"KB-1\"}");
        TicketSteps.complaint(port)
                .does(
                        AGENT,
                        "refusal-proposals",
                        "{\"reason\":\"LITIGATION\",\"reasonText\":\"已起诉\",\"toldPath\":\"向法院\"}")
                .does(HOTLINE_AUDITOR, "refusal-decisions", "{\"decision\":\"CONFIRM\"}");
        TicketSteps.complaint(port)
                .does(
                        AGENT,
                        "emergency-transfers",
                        "{\"line\":\"POLICE_110\",\"urgencyClass\":\"RISK\",\"receiverName\":\"王警官\",\"transferredAt\":\"%s\"}"
                                .formatted(Instant.now()));
        TicketSteps.complaint(port).dispatched("ORDINARY").does(AGENT, "withdrawals", "{\"said\":\"不用了\"}");
        TicketSteps.complaint(port)
                .dispatched("ORDINARY")
                .does(AGENT, "urges", "{\"kind\":\"CITIZEN\",\"channel\":\"TELEPHONE\"}")
                .does(AGENT, "urges", "{\"kind\":\"CITIZEN\",\"channel\":\"TELEPHONE\"}");
        TicketSteps.atWork(port)
                .does(
                        URBAN_HEAD,
                        "termination-requests",
                        "{\"ground\":\"CITIZEN_UNCOOPERATIVE\",\"reason\":\"拒不提供地址\",\"explanation\":\"已说明\",\"toldCitizenAt\":\"%s\"}"
                                .formatted(Instant.now()))
                .does(HOTLINE_AUDITOR, "termination-decisions", "{\"approved\":true,\"words\":\"同意\"}");
        TicketSteps.atWork(port)
                .does(
                        HOTLINE_MANAGER,
                        "hard-proposals",
                        "{\"ground\":\"FUNDING\",\"reason\":\"资金未到位\",\"plan\":\"明年\",\"reviewOn\":\"%s\",\"toldCitizenAt\":\"%s\"}"
                                .formatted(
                                        LocalDate.now(ZoneId.of("Asia/Shanghai"))
                                                .plusDays(9),
                                        Instant.now()))
                .does(LEADER, "hard-decisions", "{\"approved\":true,\"words\":\"同意\"}")
                .does(HOTLINE_MANAGER, "hard-listings", "");
        var after = sheet();
        assertThat(added(before, after, "hot.directAnswerRate")).isEqualTo("+1/+7");
        assertThat(added(before, after, "hot.urgeRate")).isEqualTo("+1/+7");
        assertThat(added(before, after, "hot.closeRate"))
                .isEqualTo("+1/+4 NOT_ACCEPTED+1 TRANSFERRED_EMERGENCY+1 WITHDRAWN+1");
        assertThat(added(before, after, "hot.resolutionRate"))
                .as("the hard list is a NO")
                .isEqualTo("+0/+1");
        assertThat(added(before, after, "hot.satisfactionRate")).isEqualTo("+0/+0");
        assertThat(added(before, after, "hot.responseRate")).isEqualTo("+2/+2 NOT_YET_DUE+1 WITHDRAWN+1");
    }

    private ClosingSteps passed() {
        return ClosingSteps.dispatched(port).handedIn().passed();
    }

    private static String reassignment() {
        return "{\"decision\":\"REASSIGN\",\"words\":\"属住建\",\"hostUnitId\":\"" + HOUSING_BUREAU + "\"}";
    }

    private static String designation() {
        return "{\"record\":\"会商纪要\",\"hostUnitId\":\"%s\",\"consultedUnitIds\":[\"%s\",\"%s\"]}"
                .formatted(URBAN_BUREAU, URBAN_BUREAU, HOUSING_BUREAU);
    }

    private HotlineSheet sheet() {
        var month = LocalDate.now(ZoneId.of("Asia/Shanghai")).withDayOfMonth(1);
        return HotlineSheet.of(
                port, DIRECTOR, month.toString(), month.plusMonths(1).toString());
    }

    private static String added(HotlineSheet before, HotlineSheet after, String metric) {
        var then = before.of(metric).get("rate");
        var now = after.of(metric).get("rate");
        var reasons = new TreeMap<>(HotlineSheet.excluded(after.of(metric)));
        HotlineSheet.excluded(before.of(metric)).forEach((reason, count) -> reasons.merge(reason, -count, Long::sum));
        var line = new StringBuilder("+%d/+%d"
                .formatted(
                        now.get("numerator").asLong() - then.get("numerator").asLong(),
                        now.get("denominator").asLong()
                                - then.get("denominator").asLong()));
        reasons.forEach((reason, count) -> line.append(count == 0 ? "" : " %s+%d".formatted(reason, count)));
        return line.toString();
    }
}
