package io.duban.hotline.figures;

import static org.assertj.core.api.Assertions.assertThat;

import io.duban.support.Phone;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The hotline's figures as somebody's phone shows them. */
record HotlineSheet(JsonNode measures) {

    static HotlineSheet of(int port, UUID who, String from, String to) {
        return new HotlineSheet(Phone.of(port, who)
                .get("/statistics/hotline?from=%s&to=%s".formatted(from, to))
                .expect(200)
                .body()
                .get("measures"));
    }

    /** The figure of everything in reach. */
    JsonNode of(String metric) {
        return of(metric, null, null);
    }

    JsonNode of(String metric, @Nullable UUID unit, @Nullable String part) {
        var found = find(metric, unit, part);
        assertThat(found).as(metric + " " + unit + " " + part).isNotNull();
        return found;
    }

    /** Null where there is no such figure. */
    @Nullable
    JsonNode find(String metric, @Nullable UUID unit, @Nullable String part) {
        for (var measure : measures) {
            if (measure.get("metricId").asString().equals(metric)
                    && measure.path("unitId").asString("").equals(unit == null ? "" : unit.toString())
                    && measure.path("part").asString("").equals(part == null ? "" : part)) {
                return measure;
            }
        }
        return null;
    }

    /** Such as {@code 2/3 0.6667}. */
    static String rate(JsonNode measure) {
        return rateOf(measure.get("rate"));
    }

    static String rateOf(JsonNode rate) {
        var value = rate.get("value");
        return "%d/%d %s"
                .formatted(
                        rate.get("numerator").asLong(),
                        rate.get("denominator").asLong(),
                        value.isNumber()
                                ? value.decimalValue().stripTrailingZeros().toPlainString()
                                : "null");
    }

    static Map<String, Long> excluded(JsonNode measure) {
        var reasons = new TreeMap<String, Long>();
        measure.get("rate")
                .get("excluded")
                .forEach(reason -> reasons.put(
                        reason.get("reason").asString(), reason.get("count").asLong()));
        return reasons;
    }
}
