package io.duban.platform.clocks;

import static io.duban.support.DemoDistrict.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.support.Phone;
import io.duban.support.ServerTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Clerks and partners check the calendar against their own. */
@ServerTest
class PreviewTests {

    @LocalServerPort
    int port;

    @ParameterizedTest
    @CsvSource({
        // The worked examples of the specification.
        "HOT_HELP,          2026-09-18T16:00, 2026-09-25T00:00, false",
        "SUP_RETURN,        2026-09-24T09:00, 2026-09-28T17:30, false",
        "HOT_HELP,          2026-09-30T09:00, 2026-10-14T00:00, false",
        "CARD_OBJECT,       2026-02-13T09:00, 2026-02-26T00:00, false",
        "HOT_CONSULT,       2026-05-08T09:00, 2026-05-12T00:00, false",
        "SUP_RETURN,        2026-09-19T09:00, 2026-09-20T17:30, false",
        "HOT_HELP,          2026-11-23T09:00, 2026-12-01T00:00, false",
        "HOT_DISPATCH_ORD,  2026-11-20T16:30, 2026-11-23T09:30, false",
        "HOT_RETURN_DECIDE, 2026-11-23T11:00, 2026-11-23T17:30, false",
        "HOT_DISPATCH_ORD,  2026-11-21T20:00, 2026-11-23T10:30, false",
        "SUP_SIGN_EXTRA,    2026-11-21T23:50, 2026-11-22T00:20, false",
        "PRO_REPLY,         2026-07-03T10:00, 2026-10-09T00:00, false",
        "PRO_REPLY,         2026-06-25T10:00, 2026-09-29T00:00, false",
        // The year of its end must be one whose notice no test loads.
        "PRO_REPLY,         2035-11-30T10:00, 2036-02-29T24:00, true",
    })
    void saysWhenWorkWouldBeDue(String rule, String trigger, String due, boolean provisional) {
        var preview = preview(Phone.of(port, URBAN_HANDLER), rule, trigger + ":00+08:00");
        assertThat(OffsetDateTime.parse(preview.text("dueAt")).toLocalDateTime().toString())
                .isEqualTo(due.replace("2036-02-29T24:00", "2036-03-01T00:00"));
        assertThat(preview.body().get("provisional").asBoolean()).isEqualTo(provisional);
        assertThat(preview.body().get("steps").size()).isGreaterThanOrEqualTo(3);
    }

    @Test
    void tellsTheStepsInTheReadersLanguage() {
        var phone = Phone.of(port, URBAN_HANDLER);
        assertThat(preview(phone, "HOT_HELP", "2026-09-18T16:00:00+08:00")
                        .body()
                        .toString())
                .contains("2026年9月20日（周日）调休上班，计为工作日", "到期：2026年9月24日（周四）24:00");
        assertThat(phone.send(phone.request(address("HOT_HELP", "2026-09-18T16:00:00+08:00"))
                                .header("Accept-Language", "en")
                                .GET())
                        .body()
                        .toString())
                .contains(
                        "Sun 2026-09-20: weekend day worked, counts as a working day",
                        "Sat 2026-09-19: weekend, does not count",
                        "due: Thu 2026-09-24 24:00");
    }

    @Test
    void namesTheParameterThatNamesNoRule() {
        Phone.of(port, LEADER)
                .get(address("NO_SUCH_RULE", "2026-09-18T16:00:00+08:00"))
                .refused(400, "E_GEN_VALIDATION");
        Phone.of(port, LEADER)
                .get(address("HOT_HELP", "1926-09-18T16:00:00+08:00"))
                .refused(400, "E_GEN_VALIDATION");
        Phone.of(port, LEADER).get("/deadline-previews?ruleId=HOT_HELP").refused(400, "E_GEN_VALIDATION");
    }

    @Test
    void listsTheRulesWithTheirVersionsToPartnersToo() {
        var partner = Phone.of(port, PARTNER);
        var rules = partner.get("/deadline-rules").expect(200).body().get("items");
        assertThat(rules.valueStream())
                .filteredOn(rule -> rule.get("ruleId").asString().equals("HOT_HELP"))
                .singleElement()
                .satisfies(rule -> {
                    assertThat(rule.get("unit").asString()).isEqualTo("WORKING_DAY");
                    assertThat(rule.get("amount").asInt()).isEqualTo(5);
                    assertThat(rule.get("newest").asBoolean()).isTrue();
                });
        preview(partner, "HOT_HELP", "2026-09-18T16:00:00+08:00").expect(200);
    }

    private static Phone.Answer preview(Phone phone, String rule, String trigger) {
        return phone.get(address(rule, trigger)).expect(200);
    }

    private static String address(String rule, String trigger) {
        return "/deadline-previews?ruleId=" + rule + "&triggerAt=" + URLEncoder.encode(trigger, StandardCharsets.UTF_8);
    }
}
