package io.duban.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import io.duban.compliance.PublishedContract.Named;
import io.duban.support.DemoDistrict;
import io.duban.support.HandwrittenInstruction;
import io.duban.support.Phone;
import io.duban.support.ServerTest;
import io.duban.support.TestDatabase;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What of 国办函〔2026〕12号 only the running product shows: who runs it, what it measures about itself, how it tells figures. */
@ServerTest
class RunningComplianceTests {

    /** What became of a leader's own words, told apart by leader to himself and to the director: how others worked on them, no score of his. */
    private static final Set<String> LEADERS_OWN = Set.of("ins.feedbackOnTimeRate", "ins.strikeOffRate");

    @LocalServerPort
    int port;

    @Autowired
    MeterRegistry meters;

    @Autowired
    TestDatabase database;

    @Test
    void saysWhoRunsItWithoutALogIn() throws Exception {
        var answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/app-info"))
                                .build(),
                        BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .containsPattern("\"owner\":\"[^\"]+\"")
                .containsPattern("\"filingNumber\":\"[^\"]+\"")
                .containsPattern("\"contact\":\"[^\"]+\"");
    }

    @Test
    void measuresItselfAndNobodyElse() {
        Phone.of(port, DemoDistrict.LEADER).get("/me").expect(200);
        var named = meters.getMeters().stream()
                .flatMap(meter -> Stream.concat(
                        Stream.of(meter.getId().getName()),
                        meter.getId().getTags().stream()
                                .map(tag -> meter.getId().getName() + "." + tag.getKey())))
                .distinct()
                .toList();
        assertThat(named).contains("duban.streams.open").hasSizeGreaterThan(30);
        var ours = named.stream()
                .filter(name -> name.startsWith("duban."))
                .map(name -> new Named(name, name))
                .toList();
        assertThat(meterRule().violations().apply(new Product(null, null, List.of(), ours, Set.of())))
                .isEmpty();
        assertThat(meters.getMeters())
                .allSatisfy(meter -> assertThat(tagValues(meter)).doesNotContain(DemoDistrict.LEADER.toString()));
    }

    @Test
    void tellsUnitsByNameInEveryGroupOfFigures() {
        HandwrittenInstruction.of(
                database,
                DemoDistrict.LEADER,
                "2012-03-10T09:30:00Z",
                "2012-03-10T01:00:00Z",
                DemoDistrict.URBAN_BUREAU);
        HandwrittenInstruction.of(
                database, DemoDistrict.LEADER, "2012-03-10T09:30:00Z", null, DemoDistrict.HOUSING_BUREAU);
        for (var group : UseRules.groups(PublishedContract.served())) {
            var told = new ArrayList<Told>();
            Phone.of(port, DemoDistrict.DIRECTOR)
                    .get("/statistics/" + group + "?from=2012-03-01&to=2012-04-01")
                    .expect(200)
                    .body()
                    .get("measures")
                    .forEach(measure -> told.add(Told.of(measure)));
            told.stream()
                    .map(Told::metric)
                    .distinct()
                    .forEach(metric ->
                            assertThat(isByName(metric, told)).as(metric).isTrue());
            assertNoPeople(told);
            if (group.equals("instructions")) {
                assertThat(told.stream().filter(line -> line.unit() != null)).hasSizeGreaterThanOrEqualTo(2);
            }
        }
    }

    /** What the claim above looks for is there to be found. */
    @Test
    void wouldSeeUnitsInTheOrderOfTheirFigures() {
        var housing = new Told("doc.onTimeRate", "住建局", null);
        var urban = new Told("doc.onTimeRate", "城管局", null);
        assertThat(isByName("doc.onTimeRate", List.of(housing, urban))).isTrue();
        assertThat(isByName("doc.onTimeRate", List.of(urban, housing))).isFalse();
    }

    /** A line of the figures. */
    private record Told(
            String metric, @Nullable String unit, @Nullable String part) {

        static Told of(JsonNode measure) {
            return new Told(measure.get("metricId").asString(), text(measure, "unitName"), text(measure, "part"));
        }

        private static @Nullable String text(JsonNode measure, String member) {
            return measure.has(member) ? measure.get(member).asString() : null;
        }
    }

    private static boolean isByName(String metric, List<Told> told) {
        var names = told.stream()
                .filter(line -> line.metric().equals(metric))
                .map(Told::unit)
                .filter(Objects::nonNull)
                .toList();
        return names.equals(names.stream().sorted().toList());
    }

    private void assertNoPeople(List<Told> told) {
        var people = new ArrayList<String>();
        Phone.of(port, DemoDistrict.DIRECTOR)
                .get("/persons")
                .expect(200)
                .body()
                .get("items")
                .forEach(person -> people.add(person.get("name").asString()));
        assertThat(people).hasSizeGreaterThan(40);
        assertThat(told)
                .allSatisfy(line -> assertThat(line.part() == null
                                || LEADERS_OWN.contains(line.metric())
                                || !people.contains(line.part()))
                        .as(line.toString())
                        .isTrue());
    }

    private static List<String> tagValues(Meter meter) {
        return meter.getId().getTags().stream().map(tag -> tag.getValue()).toList();
    }

    private static Rule meterRule() {
        return UseRules.RULES.stream()
                .filter(rule -> rule.claim().contains("meter"))
                .findFirst()
                .orElseThrow();
    }
}
