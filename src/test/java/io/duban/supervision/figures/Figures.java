package io.duban.supervision.figures;

import static org.assertj.core.api.Assertions.assertThat;

import io.duban.support.Phone;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The figures of supervision as somebody's phone shows them. */
final class Figures {

    private final JsonNode measures;

    private Figures(JsonNode measures) {
        this.measures = measures;
    }

    static Figures of(int port, UUID who, String from, String to) {
        return new Figures(Phone.of(port, who)
                .get("/statistics/supervision?from=%s&to=%s".formatted(from, to))
                .expect(200)
                .body()
                .get("measures"));
    }

    /** The figure of everything in reach. */
    JsonNode of(String metric) {
        var measure = find(metric, null, null);
        assertThat(measure).as(metric).isNotNull();
        return measure;
    }

    JsonNode of(String metric, UUID unit) {
        var measure = find(metric, unit.toString(), null);
        assertThat(measure).as(metric + " of " + unit).isNotNull();
        return measure;
    }

    JsonNode part(String metric, String part) {
        var measure = find(metric, null, part);
        assertThat(measure).as(metric + " of " + part).isNotNull();
        return measure;
    }

    /** The numerator or the denominator of everything in reach. */
    long number(String metric, String member) {
        return of(metric).get("rate").get(member).asLong();
    }

    boolean has(String metric) {
        return find(metric, null, null) != null;
    }

    boolean tellsUnitsOf(String metric) {
        for (var measure : measures) {
            if (measure.get("metricId").asString().equals(metric) && measure.has("unitId")) {
                return true;
            }
        }
        return false;
    }

    boolean has(String metric, UUID unit) {
        return find(metric, unit.toString(), null) != null;
    }

    static void assertRate(JsonNode rate, long numerator, long denominator, @Nullable String value) {
        assertThat(rate.get("numerator").asLong() + "/"
                        + rate.get("denominator").asLong())
                .as(rate.toString())
                .isEqualTo(numerator + "/" + denominator);
        if (value == null) {
            assertThat(rate.path("value").isNumber()).isFalse();
        } else {
            assertThat(rate.get("value").decimalValue()).isEqualByComparingTo(value);
        }
    }

    static void assertMean(JsonNode measure, long items, @Nullable String mean) {
        assertThat(measure.get("items").asLong()).as(measure.toString()).isEqualTo(items);
        if (mean == null) {
            assertThat(measure.has("mean")).isFalse();
        } else {
            assertThat(measure.get("mean").decimalValue()).isEqualByComparingTo(new BigDecimal(mean));
        }
    }

    /** How many are left out, by reason. */
    static Map<String, Long> excluded(JsonNode rate) {
        var reasons = new TreeMap<String, Long>();
        rate.get("excluded")
                .forEach(reason -> reasons.put(
                        reason.get("reason").asString(), reason.get("count").asLong()));
        return reasons;
    }

    private @Nullable JsonNode find(String metric, @Nullable String unit, @Nullable String part) {
        for (var measure : measures) {
            if (measure.get("metricId").asString().equals(metric)
                    && (unit == null
                            ? !measure.has("unitId")
                            : unit.equals(measure.path("unitId").asString("")))
                    && (part == null
                            ? !measure.has("part")
                            : part.equals(measure.path("part").asString("")))) {
                return measure;
            }
        }
        return null;
    }
}
