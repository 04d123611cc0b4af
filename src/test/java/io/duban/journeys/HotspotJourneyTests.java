package io.duban.journeys;

import static io.duban.support.DemoDistrict.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.platform.jobs.Job;
import io.duban.support.OneMatter;
import io.duban.support.Phone;
import io.duban.support.ServerTest;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.JsonNode;

/** What many tickets have in common is told once a week, to those who can do something about it. */
@ServerTest
class HotspotJourneyTests {

    private static final String MONTH =
            YearMonth.now(ZoneId.of("Asia/Shanghai")).toString();

    @LocalServerPort
    int port;

    @Autowired
    DatabaseClient database;

    @Autowired
    List<Job> jobs;

    private OneMatter matter;

    @BeforeEach
    void oneMatter() {
        matter = OneMatter.at(port, "{\"address\":\"南湖区北湖路7号\"}");
    }

    @Test
    void tenInAWeekAreToldOnceHoweverManyLook() {
        matter.dispatched(URBAN_BUREAU);
        taken(8);
        sweep();
        assertThat(found()).isEmpty();
        taken(1);
        sweep();
        taken(3);
        sweep();
        assertThat(found()).hasSize(1);
        var hotspot = found().get(0);
        assertThat(hotspot.get("ground").asString()).isEqualTo("MANY");
        assertThat(hotspot.get("tickets").asInt()).isEqualTo(10);
        assertThat(hotspot.get("neighbourhood").asString()).isEqualTo("北湖路");
        var id = UUID.fromString(hotspot.get("id").asString());
        assertThat(number(
                        "select count(*) from event_log where subject_id = $1 and type = 'hotline.hotspot.detected'",
                        id))
                .isEqualTo(1);
        assertThat(number("select count(*) from todo where subject_id = $1 and action = 'SEE_HOTSPOT'", id))
                .isEqualTo(1);
        assertThat(text("select title from event_log where subject_id = $1", id))
                .doesNotContain("北湖");
        assertThat(text("select addressee_ids::text from event_log where subject_id = $1", id))
                .contains(DEPUTY.toString())
                .contains(HOTLINE_MANAGER.toString())
                .doesNotContain(DEPUTY_2.toString());
    }

    @Test
    void threeTimesTheUsualIsToldToo() {
        taken(4);
        database.sql("update hotline_place set accepted_at = now() - interval '10 days' where category_code = $1")
                .bind(0, matter.category())
                .then()
                .block();
        taken(2);
        sweep();
        assertThat(found()).isEmpty();
        taken(1);
        sweep();
        assertThat(found()).hasSize(1);
        assertThat(found().get(0).get("ground").asString()).isEqualTo("RISING");
        assertThat(found().get(0).get("weeklyMean").asDouble()).isEqualTo(1);
    }

    @Test
    void placesFarApartAreNoCluster() {
        IntStream.range(0, 12)
                .forEach(i ->
                        matter.accepted("{\"position\":{\"latitude\":30.%d0,\"longitude\":114.3}}".formatted(10 + i)));
        sweep();
        assertThat(found()).isEmpty();
    }

    @Test
    void aNewWeekTellsItAgain() {
        taken(10);
        sweep();
        var id = UUID.fromString(found().get(0).get("id").asString());
        database.sql(
                        "update hotline_hotspot set detected_at = detected_at - interval '8 days', week = week - 7 where id = $1")
                .bind(0, id)
                .then()
                .block();
        sweep();
        assertThat(number(
                        "select count(*) from hotline_hotspot where category_code = (select category_code from hotline_hotspot where id = $1)",
                        id))
                .isEqualTo(2);
    }

    @Test
    void theManagerWritesDownWhatIsDoneAboutIt() {
        taken(10);
        sweep();
        var id = UUID.fromString(found().get(0).get("id").asString());
        var manager = Phone.of(port, HOTLINE_MANAGER);
        assertThat(manager.get("/hotline-hotspots/" + id)
                        .expect(200)
                        .body()
                        .get("legalActions")
                        .toString())
                .contains("ACKNOWLEDGE");
        Phone.of(port, DISPATCHER).post(path(id), 1, "{\"note\":\"x\"}").refused(403, "E_GEN_SCOPE");
        manager.post(path(id), 2, "{\"note\":\"x\"}").refused(412, "E_GEN_STALE_VERSION");
        manager.post(path(id), 1, "{\"note\":\"列入主动治理\"}").expect(200);
        assertThat(number("select count(*) from todo where subject_id = $1 and closed_at is null", id))
                .isZero();
        manager.post(path(id), 2, "{\"note\":\"x\"}").refused(409, "E_GEN_ILLEGAL_STATE");
    }

    @Test
    void whatRecursIsListedByMonthAndCutToWhatOneMaySee() {
        IntStream.range(0, 3).forEach(i -> matter.dispatched(URBAN_BUREAU));
        assertThat(recurring(LEADER)).isEqualTo(3);
        assertThat(recurring(DEPUTY)).isEqualTo(3);
        assertThat(recurring(URBAN_LIAISON)).isEqualTo(3);
        assertThat(recurring(DEPUTY_2)).isZero();
        assertThat(recurring(HOUSING_LIAISON)).isZero();
    }

    private void taken(int tickets) {
        IntStream.range(0, tickets).forEach(i -> matter.accepted());
    }

    private void sweep() {
        var look = jobs.stream()
                .filter(job -> job.name().equals("the look for hot spots"))
                .findFirst()
                .orElseThrow();
        var one = CompletableFuture.runAsync(() -> look.work().get().block());
        var two = CompletableFuture.runAsync(() -> look.work().get().block());
        CompletableFuture.allOf(one, two).join();
    }

    private List<JsonNode> found() {
        return items(Phone.of(port, LEADER).get("/hotline-hotspots?limit=100&month=" + MONTH));
    }

    private List<JsonNode> items(Phone.Answer answer) {
        return StreamSupport.stream(answer.expect(200).body().get("items").spliterator(), false)
                .filter(item -> item.get("categoryCode").asString().equals(matter.category()))
                .toList();
    }

    private long recurring(UUID person) {
        return items(Phone.of(port, person).get("/hotline-recurring-matters?month=" + MONTH)).stream()
                .mapToLong(item -> item.get("tickets").asLong())
                .sum();
    }

    private long number(String sql, UUID subject) {
        return Long.parseLong(text(sql.replace("count(*)", "count(*)::text"), subject));
    }

    private String text(String sql, UUID subject) {
        return database.sql(sql)
                .bind(0, subject)
                .map(row -> row.get(0, String.class))
                .one()
                .block();
    }

    private static String path(UUID id) {
        return "/hotline-hotspots/" + id + "/acknowledgements";
    }
}
