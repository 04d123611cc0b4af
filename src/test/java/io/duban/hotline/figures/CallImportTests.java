package io.duban.hotline.figures;

import static io.duban.hotline.figures.HotlineSheet.rate;
import static io.duban.support.DemoDistrict.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.support.Phone;
import io.duban.support.ServerTest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the telephone exchange counts: taken in once for each day, source and version. */
@ServerTest
class CallImportTests {

    private static final UUID MANAGER = UUID.fromString("01900000-0000-7000-8000-000000000219");

    @LocalServerPort
    int port;

    @Test
    void aDayOfTheExchangeIsTakenInOnce() {
        var manager = Phone.of(port, MANAGER);
        var first =
                manager.post("/hotline-call-days", day(null, 1, 480, 470, 455)).expect(201);
        assertThat(first.text("source")).isEqualTo("OFFICE");
        var again =
                manager.post("/hotline-call-days", day(null, 1, 480, 470, 455)).expect(200);
        assertThat(again.id()).isEqualTo(first.id());
        manager.post("/hotline-call-days", day(null, 1, 480, 471, 455)).refused(409, "E_GEN_IDEMPOTENCY_CONFLICT");
        manager.post("/hotline-call-days", day(null, 2, 500, 490, 440)).expect(201);
        Phone.of(port, PARTNER)
                .post("/hotline-call-days", day("CITY_12345", 1, 500, 490, 490))
                .expect(201);
        var calls = HotlineSheet.of(port, DIRECTOR, "2014-10-01", "2014-11-01");
        // What was imported after the lock is no figure of that month.
        assertThat(calls.find("hot.connectionRate", null, null)).isNull();
    }

    @Test
    void numbersThatCannotBeAreRefused() {
        var manager = Phone.of(port, MANAGER);
        manager.post("/hotline-call-days", day(null, 1, 10, 11, 5)).refused(400, "E_GEN_VALIDATION");
        manager.post("/hotline-call-days", day(null, 1, 10, 9, 10)).refused(400, "E_GEN_VALIDATION");
        manager.post("/hotline-call-days", day("CITY_12345", 1, 10, 9, 8)).refused(400, "E_GEN_VALIDATION");
        manager.post("/hotline-call-days", day(null, 1, 10, 9, 8).replace("2014-10-20", "2999-01-01"))
                .refused(400, "E_GEN_VALIDATION");
        var partner = Phone.of(port, PARTNER);
        partner.post("/hotline-call-days", day("somebody-else", 1, 10, 9, 8)).refused(400, "E_GEN_VALIDATION");
        Phone.of(port, AGENT).post("/hotline-call-days", day(null, 1, 10, 9, 8)).refused(403, "E_GEN_SCOPE");
    }

    @Test
    void theExchangeOfThisMonthIsCounted() {
        var yesterday = LocalDate.now(ZoneId.of("Asia/Shanghai")).minusDays(1);
        Phone.of(port, MANAGER)
                .post("/hotline-call-days", day(null, 1, 480, 470, 455).replace("2014-10-20", yesterday.toString()))
                .expect(201);
        Phone.of(port, MANAGER)
                .post("/hotline-call-days", day(null, 2, 500, 490, 441).replace("2014-10-20", yesterday.toString()))
                .expect(201);
        var to = yesterday.plusDays(1).toString();
        var calls = HotlineSheet.of(port, DIRECTOR, yesterday.toString(), to);
        assertThat(rate(calls.of("hot.connectionRate"))).startsWith("490/500");
        assertThat(rate(calls.of("hot.answeredIn15Seconds"))).startsWith("441/490");
        var unit = HotlineSheet.of(port, HOUSING_HEAD, yesterday.toString(), to);
        assertThat(unit.find("hot.connectionRate", null, null)).isNull();
    }

    private static String day(@Nullable String source, int version, int offered, int connected, int soon) {
        return "{\"day\":\"2014-10-20\",%s\"sourceVersion\":%d,\"offered\":%d,\"connected\":%d,\"answeredWithin15Seconds\":%d}"
                .formatted(
                        source == null ? "" : "\"sourceSystem\":\"%s\",".formatted(source),
                        version,
                        offered,
                        connected,
                        soon);
    }
}
