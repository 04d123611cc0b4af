package io.duban.platform.persistence;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/**
 * Gauges of what the database knows, so that every instance tells the same, whichever of them does the work. Their values are read again and again;
 * one that could not be read is not a number, rather than what it was.
 */
public final class DatabaseGauges {

    private final Mono<Map<String, Double>> reading;
    private volatile Map<String, Double> values = Map.of();

    /** @param sql gives rows of {@code name}, a text, and {@code value}, a double */
    public DatabaseGauges(DatabaseClient.GenericExecuteSpec sql) {
        this.reading = sql.map(row -> Map.entry(row.get("name", String.class), row.get("value", Double.class)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** A gauge whose value is the one of this name. */
    public void register(MeterRegistry meters, String gauge, Tags tags, String name) {
        meters.gauge(gauge, tags, this, all -> all.values.getOrDefault(name, Double.NaN));
    }

    /** Reads them all. */
    public Mono<Map<String, Double>> read() {
        return reading.doOnNext(read -> values = read).doOnError(fault -> values = Map.of());
    }
}
